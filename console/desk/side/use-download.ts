import { useEffect, useRef, useState } from 'preact/hooks';

export interface Download {
  busy: boolean;
  /** How much is here: `2.4 MB`. Of a stream nobody knows how much will come. */
  share: string;
  failed: boolean;
  begin(): Promise<void>;
}

/** Fetches a file and hands it to the browser to keep. A broken line leaves nothing half behind. */
export function useDownload(url: string): Download {
  const [busy, setBusy] = useState(false);
  const [bytes, setBytes] = useState(0);
  const [failed, setFailed] = useState(false);
  const stopped = useRef<AbortController | null>(null);
  useEffect(() => () => stopped.current?.abort(), [url]);

  async function begin(): Promise<void> {
    const control = new AbortController();
    stopped.current = control;
    setBusy(true);
    setBytes(0);
    setFailed(false);
    try {
      const response = await fetch(url, { credentials: 'same-origin', cache: 'no-store', signal: control.signal });
      if (!response.ok || !response.body) throw new Error(String(response.status));
      const parts: Uint8Array<ArrayBuffer>[] = [];
      let count = 0;
      for (const reader = response.body.getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) break;
        parts.push(value);
        count += value.byteLength;
        setBytes(count);
      }
      keep(new Blob(parts, { type: 'application/zip' }), nameIn(response));
    } catch {
      if (!control.signal.aborted) setFailed(true);
    } finally {
      if (!control.signal.aborted) setBusy(false);
    }
  }

  return { busy, share: bytes === 0 ? '' : `${(bytes / 1_000_000).toFixed(1)} MB`, failed, begin };
}

function keep(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function nameIn(response: Response): string {
  return /filename="([A-Za-z0-9.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'claim.zip';
}
