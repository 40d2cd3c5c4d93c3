/** What is noticed about a photo: told to the shopper at its place, to agents beside it, and kept apart where it is theirs alone. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskView, PhotoNote } from '../../../protocol/desk.ts';
import type { EvidencePrompt } from '../../../protocol/prompt.ts';
import { openAgent, type TestAgent } from '../../support/agent.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { boxPhoto, darkPhoto, heicPhoto, labelPhoto } from '../../support/images.ts';
import { sceneJpeg } from '../evidence/checks/scenes.ts';
import { photosAsked, type Talk } from './talks.ts';

let test: TestApp;
let mei: TestAgent;
beforeAll(async () => {
  test = await startApp();
  mei = await openAgent(test.url, test.store, test.shop.id, 'Mei', test.clock.now());
});
afterAll(async () => {
  mei.close();
  await test.close();
});

type Slots = EvidencePrompt<string>['slots'];

async function photo({ shopper }: Talk, item: string, slot: string, bytes: Buffer): Promise<string> {
  const ack = await shopper.photo(item, slot, bytes);
  if (!ack.ok) throw new Error(ack.code);
  await shopper.until((view) => view.lastSeq >= ack.seq);
  return ack.photoId;
}

async function slots({ shopper }: Talk, fits: (slots: Slots) => boolean): Promise<Slots> {
  const prompt = await shopper.prompt((now) => now.kind === 'evidence' && fits(now.slots));
  return prompt.kind === 'evidence' ? prompt.slots : [];
}

async function notes({ of }: Talk): Promise<Record<string, PhotoNote[]>> {
  const opened = await mei.emit('open', { ...of, after: 0 });
  if (!opened.ok) throw new Error(opened.code);
  const { evidence, loose } = (opened as unknown as { desk: DeskView }).desk;
  return Object.fromEntries([...evidence.flatMap((piece) => piece.slots), ...loose].map((slot) => [slot.photo ?? '', slot.findings]));
}

async function cant({ shopper }: Talk, item: string): Promise<void> {
  const { id } = await shopper.prompt((prompt) => prompt.kind === 'evidence' && prompt.item === item);
  await shopper.send({ kind: 'evidenceCant', prompt: id, reason: 'other' });
}

describe('a dark photo', () => {
  it('is taken in, hinted at, used anyway, and still noted for agents', async () => {
    const talk = await photosAsked(test);
    const id = await photo(talk, 'group', 'one', await darkPhoto());
    const [first] = await slots(talk, ([slot]) => slot?.hints !== undefined);
    expect(first).toMatchObject({ photoId: id, hints: ['It came out dark'] });
    await talk.shopper.send({ kind: 'keepPhoto', photoId: id });
    expect((await slots(talk, ([slot]) => slot?.hints === undefined))[0]).toMatchObject({ photoId: id });
    expect((await notes(talk))[id]).toEqual([{ kind: 'dark', tone: 'wait', text: 'It is dark' }]);
    talk.close();
  });

  it('is followed by a better one in its place', async () => {
    const talk = await photosAsked(test);
    const dark = await photo(talk, 'group', 'one', await darkPhoto());
    await slots(talk, ([slot]) => slot?.hints !== undefined);
    await talk.shopper.send({ kind: 'removePhoto', photoId: dark });
    const light = await photo(talk, 'group', 'one', await sceneJpeg('things', 71));
    expect((await slots(talk, ([slot]) => slot?.photoId === light))[0]).not.toHaveProperty('hints');
    expect(await test.store.photo(test.shop.id, dark)).toBeNull();
    talk.close();
  });
});

describe('the six sides', () => {
  it('that show one picture twice are both named; a cut and smaller copy is one too', async () => {
    const talk = await photosAsked(test);
    await cant(talk, 'group');
    const side = await sceneJpeg('side', 72, { part: 0 });
    const first = await photo(talk, 'packaging', 'top', side);
    await photo(talk, 'packaging', 'front', await sceneJpeg('side', 72, { part: 1 }));
    const copy = await sharp(side).extract({ left: 16, top: 12, width: 1568, height: 1176 }).resize(1200).jpeg({ quality: 60 }).toBuffer();
    const again = await photo(talk, 'packaging', 'left', copy);
    const shown = await slots(talk, (now) => now.some(({ hints }) => hints !== undefined));
    expect(shown.flatMap(({ id, hints }) => (hints ? [[id, hints]] : []))).toEqual([['left', ['It is the same picture as “Top”']]]);
    expect((await notes(talk))[again]).toEqual([{ kind: 'twice', tone: 'wait', text: 'Nearly the same picture as “Top”' }]);

    await talk.shopper.send({ kind: 'removePhoto', photoId: first });
    await slots(talk, (now) => now.every(({ hints }) => hints === undefined));
    talk.close();
  });

  it('that come at once are compared all the same', async () => {
    const talk = await photosAsked(test);
    await cant(talk, 'group');
    const side = await sceneJpeg('side', 73);
    await Promise.all(['top', 'left', 'front'].map(async (slot) => photo(talk, 'packaging', slot, side)));
    expect((await slots(talk, (now) => now.filter(({ photoId }) => photoId).length === 3)).filter(({ hints }) => hints)).toHaveLength(2);
    talk.close();
  });
});

describe('the label', () => {
  async function atLabel(): Promise<Talk & { number: string }> {
    const talk = await photosAsked(test);
    await cant(talk, 'group');
    await cant(talk, 'packaging');
    await talk.shopper.prompt((prompt) => prompt.kind === 'evidence' && prompt.item === 'label');
    const order = await test.store.orderByNumber(test.shop.id, '1004');
    return { ...talk, number: order?.parcels[0]?.number ?? '' };
  }

  it('that says the parcel’s number is thanked for', async () => {
    const talk = await atLabel();
    const id = await photo(talk, 'label', 'one', await labelPhoto(talk.number));
    await expect.poll(() => talk.shopper.texts().at(-1)).toMatch(/is your parcel's/);
    expect((await slots(talk, ([slot]) => slot?.photoId === id))[0]).not.toHaveProperty('hints');
    expect((await notes(talk))[id]).toMatchObject([{ kind: 'sameLabel', tone: 'good' }]);
    talk.close();
  });

  it('without a barcode is asked about, and may be used', async () => {
    const talk = await atLabel();
    const id = await photo(talk, 'label', 'one', await sceneJpeg('things', 74));
    expect((await slots(talk, ([slot]) => slot?.photoId === id))[0]?.hints).toEqual(['The barcode could not be read']);
    talk.close();
  });

  it('with a code that is nobody’s number is not called another parcel’s', async () => {
    const talk = await atLabel();
    const id = await photo(talk, 'label', 'one', await labelPhoto('SORT-77-LHR'));
    expect((await slots(talk, ([slot]) => slot?.photoId === id))[0]).not.toHaveProperty('hints');
    expect((await notes(talk))[id]).toMatchObject([{ kind: 'anyLabel', tone: 'plain' }]);
    talk.close();
  });
});

it('a HEIC photo is looked at like any other', async () => {
  const talk = await photosAsked(test);
  const id = await photo(talk, 'group', 'one', await heicPhoto());
  const row = await test.store.photo(test.shop.id, id);
  expect(row?.print).toMatch(/^[0-9a-f]{16}./);
  expect(row?.findings.filter(({ kind }) => kind !== 'seenBefore')).toEqual([]);
  talk.close();
});

describe('a picture of an earlier case', () => {
  it('is noted for agents with its case, and nothing of it reaches the shopper', async () => {
    const picture = await boxPhoto({ width: 1100, height: 830 });
    const before = await photosAsked(test);
    await photo(before, 'group', 'one', picture);

    const talk = await photosAsked(test);
    const heard: unknown[] = [];
    talk.shopper.socket.onAny((...news: unknown[]) => heard.push(news));
    const answer = await fetch(`${test.url}/api/photos?id=message-${Date.now()}&item=group&slot=one`, {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.shopper.token}` },
      body: Uint8Array.from(await sharp(picture).jpeg({ quality: 55 }).toBuffer()),
    });
    const ack = (await answer.json()) as { photoId: string; seq: number };
    await talk.shopper.until((view) => view.lastSeq >= ack.seq);
    await test.app.idle();
    expect((await notes(talk))[ack.photoId]).toMatchObject([
      { kind: 'seenBefore', tone: 'wait', link: before.of.conversation, text: expect.stringMatching(/proves nothing by itself/) as string },
    ]);

    const caughtUp = await talk.shopper.emit('catchUp', { after: 0 });
    expect(heard.length).toBeGreaterThan(0);
    const reached = JSON.stringify([heard, ack, caughtUp, talk.shopper.conversation(), [...answer.headers]]);
    for (const secret of ['seenBefore', 'findings', 'photoSeen', before.of.conversation]) expect(reached).not.toContain(secret);
    expect(talk.shopper.conversation()).toMatchObject({ status: 'bot', prompt: { kind: 'evidence' } });
    before.close();
    talk.close();
  });

  it('is not one of another shop, nor the same talk’s own', async () => {
    const other = await startApp();
    const talk = await photosAsked(other);
    const picture = await boxPhoto({ width: 1100, height: 830 });
    const [one, two] = [await photo(talk, 'group', 'one', picture), await photo(talk, 'loose', 'one', picture)];
    const rows = await other.store.photosOf(other.shop.id, talk.of.conversation);
    expect(rows.map(({ id }) => id).sort()).toEqual([one, two].sort());
    expect(rows.flatMap(({ findings }) => findings.map(({ kind }) => kind))).not.toContain('seenBefore');
    talk.close();
    await other.close();
  });
});
