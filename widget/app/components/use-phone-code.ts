import { useEffect, useState } from 'preact/hooks';
import type { PhoneLinkView } from '../../../protocol/shopper-events.ts';
import { useChat } from './chat.ts';

/** `used`: the phone has opened it, and it opens nothing any more. */
export type PhoneCode = { kind: 'making' | 'used' | 'over' } | { kind: 'here'; link: PhoneLinkView } | { kind: 'failed'; text: string };

/** A link to the phone from the moment it is looked at, until it is used or over. `offline`: what to say without an answer. */
export function usePhoneCode(offline: string): { code: PhoneCode; renew: () => void } {
  const { state, actions } = useChat();
  const [code, setCode] = useState<PhoneCode>({ kind: state.phone ? 'used' : 'making' });

  const renew = () => {
    setCode({ kind: 'making' });
    void actions
      .ask('phoneLink', {})
      .then((answer) => setCode(answer?.ok ? { kind: 'here', link: answer } : { kind: 'failed', text: answer?.text ?? offline }));
  };
  useEffect(() => {
    if (!state.phone) renew();
  }, []);
  useEffect(() => {
    if (code.kind !== 'here') return;
    const timer = setTimeout(() => setCode({ kind: 'over' }), code.link.lifeMs);
    return () => clearTimeout(timer);
  }, [code]);
  useEffect(() => {
    if (state.phone) setCode({ kind: 'used' });
  }, [state.phone]);
  return { code, renew };
}
