/** What agents print and send to carriers: letters on paper, the claim on the screen, the claim pack. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { Refused } from '../../errors.ts';
import { claimForm } from '../../letters/claim-form.ts';
import { CLAIM_STYLE, claimPage, claimText } from '../../letters/claim-page.ts';
import { csv } from '../../letters/csv.ts';
import type { Folder, Folders } from '../../letters/folder.ts';
import { namedPhotos, packed } from '../../letters/pack.ts';
import { isPrinted, PRINT_POLICY, type Printer } from '../../letters/printer.ts';
import { timelineOf } from '../../letters/timeline.ts';
import type { SignedIn } from '../../people/sessions.ts';
import type { Clock, FilesProvider } from '../../providers/ports.ts';
import type { Store } from '../../store/port.ts';
import type { Viewer, Wording } from '../../words/words.ts';
import { wishesOf } from './answer.ts';
import type { Gate } from './gate.ts';

export interface PaperDeps {
  folders: Folders;
  printer: Printer;
  files: FilesProvider;
  store: Store;
  wording: Wording;
  clock: Clock;
}

/** The page's own style, and photos of our own. */
const CLAIM_POLICY = `default-src 'none'; img-src 'self'; style-src 'sha256-${createHash('sha256').update(CLAIM_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export function paperRoutes(gate: Gate, { folders, printer, files, store, wording, clock }: PaperDeps): void {
  gate.serve('GET /api/console/print/:conversation/:letter', null, async ({ who, params, query, reply }) => {
    const { conversation = '', letter = '' } = params;
    const ref = { storeId: who.agent.storeId, conversationId: idOf(conversation) };
    if (!isPrinted(letter)) throw new Refused('E_NOT_FOUND');
    const page = await printer.page(ref, letter, textIn(query['lang']));
    if (page === null) throw new Refused('E_NOT_FOUND');
    await did(who, 'letter.printed', conversation, { letter });
    return shown(reply, page, PRINT_POLICY);
  });

  gate.serve('GET /api/console/claim-pack/:conversation/view', null, async ({ who, params, query, languages, reply }) => {
    const folder = await folderOf(who, params['conversation']);
    const form = claimForm(folder, namedPhotos(folder.photos), wording, viewerOf(folder, query, languages));
    await did(who, 'claimPack.seen', folder.row.id);
    return shown(
      reply,
      claimPage(form, ({ id }) => `/api/console/photos/${encodeURIComponent(id)}`),
      CLAIM_POLICY,
    );
  });

  gate.serve('GET /api/console/claim-pack/:conversation', null, async ({ who, params, query, languages, reply }) => {
    const folder = await folderOf(who, params['conversation']);
    const viewer = viewerOf(folder, query, languages);
    const photos = namedPhotos(folder.photos);
    const form = claimForm(folder, photos, wording, viewer);
    const texts = [
      { name: 'claim.html', bytes: claimPage(form, ({ name }) => name) },
      { name: 'claim.txt', bytes: claimText(form) },
      { name: 'timeline.csv', bytes: csv(timelineRows(folder, viewer)) },
    ];
    await did(who, 'claimPack.made', folder.row.id);
    void reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="${packName(folder)}"`)
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(Readable.from(packed(texts, photos, files, clock.now()), { objectMode: false }));
    return null;
  });

  async function folderOf(who: SignedIn, conversation: string | undefined): Promise<Folder> {
    const folder = await folders.open({ storeId: who.agent.storeId, conversationId: idOf(conversation) });
    if (!folder) throw new Refused('E_NOT_FOUND');
    return folder;
  }

  /** The carrier's reader matters; where nothing is asked for, whoever asks. */
  function viewerOf({ row }: Folder, query: Record<string, unknown>, languages: string | undefined): Viewer {
    const locale = wording.pick([textIn(query['lang']), ...wishesOf(languages)], wording.locales, 'en');
    return { locale, tz: row.tz, now: clock.now() };
  }

  function timelineRows(folder: Folder, viewer: Viewer): string[][] {
    const head = ['when', 'who', 'what', 'where', 'asWritten'].map((key) => wording.text(viewer, `letters:pack.${key}`));
    const lines = timelineOf(folder).map(({ at, who, what, place, raw }) => [
      new Date(at).toISOString(),
      wording.text(viewer, `letters:pack.by.${who}`),
      String(wording.word(what, viewer)),
      place === null ? '' : wording.word(place, viewer),
      raw,
    ]);
    return [head, ...lines];
  }

  function did(who: SignedIn, action: string, conversation: string, detail: Record<string, string> = {}): Promise<void> {
    return store.addAudit(who.agent.storeId, { at: clock.now(), actor: who.agent.id, action, detail }, conversation);
  }
}

function shown(reply: FastifyReply, page: string, policy: string): null {
  void reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .type('text/html; charset=utf-8')
    .send(page);
  return null;
}

/** Not an id at all is answered like one that is not there. */
function idOf(conversation: string | undefined): string {
  return conversation !== undefined && /^[A-Za-z0-9_-]{8,40}$/.test(conversation) ? conversation : '-';
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 20 ? value : undefined;
}

function packName({ case: opened, row }: Folder): string {
  return `claim-${(opened?.number ?? row.id).replaceAll(/[^A-Za-z0-9-]/g, '')}.zip`;
}
