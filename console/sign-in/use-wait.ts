import { useEffect, useState } from 'preact/hooks';

/** Seconds until it may be tried again. */
export function useWait(): { seconds: number; begin(ms: number | undefined): void } {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const timer = setInterval(() => {
      const at = Date.now();
      if (at >= until) setUntil(0);
      setNow(at);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return {
    seconds: until === 0 ? 0 : Math.max(0, Math.ceil((until - now) / 1000)),
    begin(ms) {
      if (!ms) return;
      const at = Date.now();
      setNow(at);
      setUntil(at + ms);
    },
  };
}
