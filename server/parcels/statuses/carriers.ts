/** A carrier as people know it, from a service's short name: "china-post", "dhl_express" -> "China Post", "DHL Express". Undefined for none. */
export function carrierOfSlug(slug: string | null): string | undefined {
  if (slug === null || slug === 'unrecognized') return undefined;
  return (
    NAMES[slug.toLowerCase().replaceAll('_', '-')] ??
    slug.replace(/(^|[-_ ])(\p{L})/gu, (_, gap: string, letter: string) => (gap === '' ? '' : ' ') + letter.toUpperCase())
  );
}

/** Where the slug is not the name. */
const NAMES: Readonly<Record<string, string>> = {
  '4px': '4PX',
  'an-post': 'An Post',
  bpost: 'bpost',
  'canada-post': 'Canada Post',
  'deutsch-post': 'Deutsche Post',
  dhl: 'DHL Express',
  'dhl-ecommerce': 'DHL eCommerce',
  'dhl-express': 'DHL Express',
  'dhl-germany': 'DHL Paket',
  'dhl-global-mail': 'DHL eCommerce',
  dpd: 'DPD',
  'dpd-uk': 'DPD',
  evri: 'Evri',
  fedex: 'FedEx',
  gls: 'GLS',
  'hong-kong-post': 'Hongkong Post',
  'japan-post': 'Japan Post',
  jtexpress: 'J&T Express',
  'la-poste-colissimo': 'La Poste Colissimo',
  'postnl-international': 'PostNL',
  postnl: 'PostNL',
  'sf-express': 'SF Express',
  'spain-correos-es': 'Correos',
  sto: 'STO Express',
  ontrac: 'OnTrac',
  ups: 'UPS',
  usps: 'USPS',
  yanwen: 'Yanwen',
  yto: 'YTO Express',
  yunexpress: 'YunExpress',
  zto: 'ZTO Express',
};
