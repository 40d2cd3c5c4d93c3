/** What the shop knows about an order. Shown to a shopper only after the order is proven theirs. */
export interface OrderItem {
  id: string;
  name: string;
  variant?: string;
  quantity: number;
  /** Minor units, each. */
  price?: number;
}

export interface Order {
  number: string;
  email: string;
  postcode?: string;
  customerName?: string;
  placedAt: number;
  currency: string;
  /** Minor units, with postage. */
  total: number;
  items: OrderItem[];
  address?: { line: string; city: string; postcode: string; country: string };
  /** Tracking numbers; more than one where the order was split. */
  parcels: { number: string; carrier?: string; itemIds?: string[] }[];
  shippedAt?: number;
  /** Where the platform gives its own date it is set here; else policy counts it from `placedAt`. */
  protectedUntil?: number;
}
