/**
 * A shopper writes, an agent hears it and answers, the shopper hears the answer: once by a bare Socket.IO relay, once by the whole
 * road with its two commits. One pair at a time, so that what is measured is the way and not the queue.
 */
import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { start } from './race.ts';

export type Relay = 'relay' | 'desk';

export interface Line {
  port: number;
  /** How the two sides come in. */
  shopper: { namespace: string; hello: object | null };
  agent: { namespace: string; headers: Record<string, string>; auth: object };
}

const WARM = 50;
const ROUNDS = 400;

/** Times there and back, ms, sorted. */
export async function echo(relay: Relay): Promise<number[]> {
  const server = start(`${relay}-server.ts`);
  const [line] = (await once(server, 'message')) as [Line];
  const origin = `http://127.0.0.1:${line.port}`;
  const shopper = await connect(`${origin}${line.shopper.namespace}`, { origin });
  const hello = line.shopper.hello === null ? null : ((await shopper.emitWithAck('hello', line.shopper.hello)) as Hello);
  const agent = await connect(`${origin}${line.agent.namespace}`, { origin, ...line.agent.headers }, line.agent.auth);
  const conversation = hello?.conversation.id ?? 'only-one';
  if (hello !== null) {
    must((await shopper.emitWithAck('send', { id: id(0), said: { kind: 'text', text: 'zzz qqq' } })) as Answer);
    must((await agent.emitWithAck('open', { conversation, after: 0 })) as Answer);
    must((await agent.emitWithAck('take', { conversation })) as Answer);
  }
  agent.on('turn', (turn: Heard) => {
    const said = wordsOf(turn, 'shopper');
    if (said !== null) agent.emit('say', { conversation, id: id(Number(said) + 0.5), text: said }, must);
  });

  const times: number[] = [];
  for (let round = 1; round <= WARM + ROUNDS; round += 1) {
    const at = performance.now();
    const heard = new Promise<void>((resolve) => {
      const listen = (turn: Heard) => {
        if (wordsOf(turn, 'agent') !== String(round)) return;
        shopper.off('turn', listen);
        resolve();
      };
      shopper.on('turn', listen);
    });
    shopper.emit('send', { id: id(round), said: { kind: 'text', text: String(round) } }, must);
    await heard;
    if (round > WARM) times.push(performance.now() - at);
  }
  shopper.close();
  agent.close();
  server.kill('SIGKILL');
  return times.sort((a, b) => a - b);
}

interface Hello {
  conversation: { id: string };
}

interface Heard {
  messages: { from: string; body: { text?: unknown } }[];
}

function wordsOf(turn: Heard, from: string): string | null {
  const text = turn.messages.find((message) => message.from === from)?.body.text;
  return typeof text === 'string' && /^\d+$/.test(text) ? text : null;
}

function id(round: number): string {
  return `echo-${String(round).replace('.', '-')}`.padEnd(12, '_');
}

interface Answer {
  ok: boolean;
  code?: string;
}

function must(answer: Answer): void {
  if (!answer.ok) throw new Error(`refused: ${answer.code}`);
}

async function connect(url: string, extraHeaders: Record<string, string>, auth: object = {}): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders, auth });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}
