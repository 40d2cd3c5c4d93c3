/**
 * The floor of the design: what no honest road can leave out. Load the snapshot, one XState step, two message rows and
 * the snapshot in a group commit with synchronous=FULL, the answer after the commit. No schema, no limits, no delivery.
 */
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Server } from 'socket.io';
import { assign, initialTransition, setup, transition, type Snapshot } from 'xstate';

const machine = setup({
  types: { context: {} as { misses: number; text: string }, events: {} as { type: 'said'; text: string } },
  actions: { say: (_, _params: { key: string }) => undefined },
}).createMachine({
  id: 'floor',
  initial: 'asking',
  context: { misses: 0, text: '' },
  states: {
    asking: {
      on: {
        said: {
          target: 'asking',
          reenter: true,
          actions: [
            assign({ misses: ({ context }) => context.misses + 1, text: ({ event }) => event.text }),
            { type: 'say', params: { key: 'bot:missed' } },
          ],
        },
      },
    },
  },
});

const db = new DatabaseSync(join(mkdtempSync(join(tmpdir(), 'tracewell-floor-')), 'floor.db'));
db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
  CREATE TABLE conversations (id TEXT PRIMARY KEY, version INTEGER, seq INTEGER, snapshot TEXT) WITHOUT ROWID;
  CREATE TABLE messages (conversation TEXT, seq INTEGER, id TEXT, body TEXT, PRIMARY KEY (conversation, seq), UNIQUE (conversation, id)) WITHOUT ROWID;`);
const load = db.prepare('SELECT version, seq, snapshot FROM conversations WHERE id = ?');
const make = db.prepare('INSERT INTO conversations VALUES (?, 1, 0, ?)');
const save = db.prepare('UPDATE conversations SET version = version + 1, seq = ?, snapshot = ? WHERE id = ? AND version = ?');
const insert = db.prepare('INSERT INTO messages VALUES (?, ?, ?, ?)');

let batch: { write: () => void; done: () => void }[] = [];
function commit(write: () => void, done: () => void): void {
  batch.push({ write, done });
  if (batch.length > 1) return;
  setImmediate(() => {
    const now = batch;
    batch = [];
    db.exec('BEGIN IMMEDIATE');
    for (const one of now) one.write();
    db.exec('COMMIT');
    for (const one of now) one.done();
  });
}

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
io.of('/shopper').on('connection', (socket) => {
  const id = socket.id;
  socket.on('hello', (_payload: unknown, ack: (a: object) => void) => {
    const [first] = initialTransition(machine);
    make.run(id, JSON.stringify(machine.getPersistedSnapshot(first)));
    ack({ ok: true });
  });
  socket.on('send', (payload: { id: string; said: { text: string } }, ack: (a: object) => void) => {
    const row = load.get(id) as { version: number; seq: number; snapshot: string };
    const before = machine.resolveState(JSON.parse(row.snapshot) as Snapshot<unknown> & Parameters<typeof machine.resolveState>[0]);
    const [after, actions] = transition(machine, before, { type: 'said', text: payload.said.text });
    const snapshot = JSON.stringify(machine.getPersistedSnapshot(after));
    commit(
      () => {
        insert.run(id, row.seq + 1, payload.id, JSON.stringify(payload.said));
        insert.run(id, row.seq + 2, `${payload.id}b`, JSON.stringify(actions[0]?.params));
        save.run(row.seq + 2, snapshot, id, row.version);
      },
      () => ack({ ok: true, seq: row.seq + 1 }),
    );
  });
});
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
