/** The way to the other nodes. What goes over it are pushes, and a push is only a hint: none of its failures may end a process. */
import { createClient } from 'redis';
import type { Log } from './log.ts';

export type Redis = Awaited<ReturnType<typeof openRedis>>;

const LET_GO_MS = 1_000;

/** Rejects where Redis does not answer at the start; later it connects again by itself. */
export async function openRedis(url: string, log: Log) {
  const client = createClient({ url });
  // Unheard, the error would end the process.
  client.on('error', (error: unknown) => log.error('redis.failed', { error }));
  // So would this: the adapter waits for none of the messages that it publishes.
  const publish = client.publish.bind(client);
  const heard: typeof publish = (channel, message) => {
    const sent = publish(channel, message);
    sent.catch((error: unknown) => log.debug('redis.unpublished', { error }));
    return sent;
  };
  Object.assign(client, { publish: heard });
  await client.connect();

  return {
    client,
    isReady: () => client.isReady,
    /** What is on its way to the others is waited for; a Redis that is gone is not. */
    letGo: async () => {
      if (!client.isOpen) return;
      await Promise.race([client.close(), new Promise((resolve) => setTimeout(resolve, LET_GO_MS).unref())]).catch(() => undefined);
      if (client.isOpen) client.destroy();
    },
  };
}
