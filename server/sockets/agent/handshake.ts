/** Who may come in at the desk: a session by its cookie, and a token that proves that it is our own page that asks. The Origin has
 *  been checked before, for every transport. */
import type { ErrorCode } from '../../../protocol/errors.ts';
import { isCsrfToken } from '../../identity/session.ts';
import type { Log } from '../../log.ts';
import type { Sessions } from '../../people/sessions.ts';
import { type AgentSocket } from '../namespaces.ts';
import { seated } from './session-watch.ts';

export function handshake({ sessions, log }: { sessions: Sessions; log: Log }) {
  return (socket: AgentSocket, next: (error?: Error) => void): void => {
    void admit(socket).then(
      (refused) => next(refused === null ? undefined : new Error(refused)),
      (error: unknown) => {
        log.error('handshake.failed', { error });
        next(new Error('E_STORAGE' satisfies ErrorCode));
      },
    );
  };

  async function admit(socket: AgentSocket): Promise<ErrorCode | null> {
    const signedIn = await sessions.ofCookie(socket.handshake.headers.cookie);
    if (!signedIn) return 'E_SIGNED_OUT';
    const { csrf } = socket.handshake.auth as { csrf?: unknown };
    if (!isCsrfToken(csrf, signedIn.token)) return 'E_CSRF';
    socket.data = { agent: seated(signedIn.agent), tokenHash: signedIn.tokenHash, viewing: [] };
    return null;
  }
}
