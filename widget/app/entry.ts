import type { ErrorCode } from '../../protocol/errors.ts';
import type { Said } from '../../protocol/shopper-events.ts';
import type { Pending } from './state.ts';
import type { Row } from './storage.ts';

/** A row of the outbox as this tab has it. */
export interface Entry {
  row: Row;
  /** On disk. */
  kept: boolean;
  /** Where tabs can't keep each other out, each sends its own, and what lay here when it was loaded. */
  mine: boolean;
  ackedSeq: number | null;
  url: string;
  progress: number;
  tries: number;
  /** Takes part in no round until it is over. */
  resting: boolean;
  abort: (() => void) | null;
}

export function pendingOf({ row, kept, progress, url }: Entry, online: boolean): Pending {
  const state = row.error !== undefined ? 'failed' : online || !kept ? 'sending' : 'saved';
  const shared = { id: row.id, at: row.at, state, ...(row.error !== undefined && { error: row.error }) } as const;
  return row.kind === 'said'
    ? { ...shared, kind: 'said', said: row.said, label: row.label }
    : { ...shared, kind: 'photo', item: row.item, slot: row.slot, url, bytes: row.blob.size, progress };
}

/** Nobody misses it: a tap on a question that has moved on, a photo that is gone already. What was typed is kept. */
export function isMoot(said: Said, code: ErrorCode): boolean {
  if (code === 'E_STALE_PROMPT') return said.kind !== 'text' && said.kind !== 'find' && !(said.kind === 'rate' && said.comment);
  return code === 'E_NOT_FOUND' && said.kind === 'removePhoto';
}

/** A shelf may hold anything after years of versions. */
export function isRow(value: unknown): value is Row {
  const row = value as Partial<Row> | null;
  if (typeof row?.id !== 'string' || typeof row.at !== 'number') return false;
  return row.kind === 'photo' ? row.blob instanceof Blob : row.kind === 'said' && typeof row.said === 'object' && row.said !== null;
}
