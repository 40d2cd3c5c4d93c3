import type { Session } from './session.ts';
import { Skeleton } from '../shared/skeleton.tsx';

export function Console({ session }: { session: Session }) {
  return session.state.value === 'starting' ? <Skeleton kind="page" /> : null;
}
