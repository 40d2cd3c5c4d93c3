import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normalise } from '../parcels/normalise.ts';
import { fromAny } from '../parcels/statuses/any.ts';
import type { TrackingProvider } from './ports.ts';

/** Recorded answers by tracking number: held in a Map, or one file `<NUMBER>.json` each in a folder. */
export type Recorded = ReadonlyMap<string, unknown> | { folder: string };

/**
 * Answers from recordings in the very shapes of 17TRACK and AfterShip, read by the same mappers as live answers. For the
 * demo, for tests, and for a look at a parcel that a shop sends in. Null where nothing is recorded; throws on a file
 * that is no JSON.
 */
export function createRecordedTracking(recorded: Recorded): TrackingProvider {
  const answers = 'folder' in recorded ? fromFolder(recorded.folder) : fromMap(recorded);
  return {
    async track(_storeId, { number }) {
      const wanted = normalise(number);
      const answer = await answers(wanted);
      return answer === null ? null : fromAny(answer, wanted);
    },
  };
}

type Answers = (number: string) => Promise<unknown>;

function fromMap(recorded: ReadonlyMap<string, unknown>): Answers {
  const byNumber = new Map([...recorded].map(([number, answer]) => [normalise(number), answer]));
  return async (number) => byNumber.get(number) ?? null;
}

function fromFolder(folder: string): Answers {
  return async (number) => {
    // What is left of a number after normalising may still be letters of any script; a file name takes plain ones only.
    if (!/^[A-Z0-9]{1,60}$/.test(number)) return null;
    try {
      return JSON.parse(await readFile(join(folder, `${number}.json`), 'utf8')) as unknown;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  };
}
