import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** A picture; `children` stand in its place where there is none, or none that this browser can draw. */
export function Picture({ url, alt = '', children }: { url: string | null; alt?: string; children?: ComponentChildren }) {
  const [broken, setBroken] = useState('');
  return url && url !== broken ? <img src={url} alt={alt} onError={() => setBroken(url)} /> : <>{children}</>;
}
