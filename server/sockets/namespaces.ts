/** The two namespaces with what their sockets know, and the rooms in them. */
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import type { AgentClientEvents, AgentServerEvents } from '../../protocol/agent-events.ts';
import type { ShopperClientEvents, ShopperServerEvents } from '../../protocol/shopper-events.ts';
import type { Role } from '../../protocol/rights.ts';

/** Kept on the socket, where other nodes can read it too. */
export interface AgentData {
  agent: SeatedAgent;
  /** Names the session by which they came in. */
  tokenHash: string;
  /** Conversations they look at. */
  viewing: string[];
}

/** An agent as they are now: the owner's changes are taken over while they are connected. */
export interface SeatedAgent {
  id: string;
  storeId: string;
  name: string;
  role: Role;
  available: boolean;
}

export type ShopperNamespace = Namespace<ShopperClientEvents, ShopperServerEvents, DefaultEventsMap, object>;
export type AgentNamespace = Namespace<AgentClientEvents, AgentServerEvents, DefaultEventsMap, AgentData>;
export type AgentSocket = Socket<AgentClientEvents, AgentServerEvents, DefaultEventsMap, AgentData>;

export const shopperRoom = (conversationId: string): string => `c:${conversationId}`;
/** A shopper's phones that came in by a link; they are in the shopper's room too. */
export const phoneRoom = (conversationId: string): string => `phone:${conversationId}`;
export const agentRoom = (conversationId: string, locale: string): string => `c:${conversationId}:${locale}`;
/** All agents who look at it, whatever they read. */
export const agentsRoom = (conversationId: string): string => `c:${conversationId}`;
/** All agents of a shop. */
export const shopRoom = (storeId: string): string => `shop:${storeId}`;
/** All windows of one agent, and those of one session. */
export const personRoom = (agentId: string): string => `agent:${agentId}`;
export const sessionRoom = (tokenHash: string): string => `session:${tokenHash}`;
