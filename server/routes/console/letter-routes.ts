import { PreviewLetter, PutLetterBack, SaveLetter } from '../../../protocol/owner-letters.ts';
import type { OwnWordings } from '../../letters/own-wordings.ts';
import type { Wording } from '../../words/words.ts';
import { wishesOf } from './answer.ts';
import type { Gate } from './gate.ts';

export function letterRoutes(gate: Gate, { ownWordings, wording }: { ownWordings: OwnWordings; wording: Wording }): void {
  const readerOf = (wishes: string | undefined) => wording.pick(wishesOf(wishes), wording.locales, 'en');

  gate.serve('GET /api/console/letters', null, ({ who, languages }) => ownWordings.list(who.agent.storeId, readerOf(languages)));

  gate.serve('POST /api/console/letters/preview', PreviewLetter, ({ who, body, languages }) =>
    ownWordings.preview(who.agent.storeId, body, readerOf(languages)),
  );

  gate.serve('PUT /api/console/letters', SaveLetter, async ({ who, body, languages }) => ({
    text: await ownWordings.save(who.agent, body, readerOf(languages)),
  }));

  gate.serve('POST /api/console/letters/put-back', PutLetterBack, async ({ who, body }) => ({
    text: await ownWordings.putBack(who.agent, body),
  }));
}
