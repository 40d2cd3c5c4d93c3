/** A language model behind OpenAI's protocol, on a port of this machine: it says what a test tells it to. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ChatModel {
  /** As `allow` of the way out takes it. */
  host: string;
  url: string;
  /** What it was asked, in the order in which it came. */
  asked: { authorization: string | undefined; body: { model: string; messages: { role: string; content: string }[] } }[];
  /** The words of its next answers; null: it never answers. */
  says: string | null;
  status: number;
  close(): Promise<void>;
}

export async function startChatModel(): Promise<ChatModel> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as ChatModel['asked'][number]['body'];
      model.asked.push({ authorization: request.headers.authorization, body });
      if (request.url !== '/v1/chat/completions') response.writeHead(404).end();
      else if (model.says !== null) {
        response.writeHead(model.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content: model.says } }] }));
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const model: ChatModel = {
    host,
    url: `http://${host}/v1`,
    asked: [],
    says: null,
    status: 200,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return model;
}
