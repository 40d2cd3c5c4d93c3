import { Button } from '../../shared/button.tsx';
import { Icon } from '../../shared/icons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { word } from '../../shared/words.ts';
import { useDownload } from './use-download.ts';

/** What a carrier asks for: to look at and print, and as one file with photos and sums. */
export function ClaimPack({ conversation }: { conversation: string }) {
  const url = `/api/console/claim-pack/${encodeURIComponent(conversation)}`;
  const { busy, share, failed, begin } = useDownload(url);
  return (
    <div class="claim-pack">
      <Button icon="doc" busy={busy} onClick={() => void begin()}>
        {word('side.claimPack')}
      </Button>
      <a class="btn quiet" href={`${url}/view`} target="_blank" rel="noopener">
        <Icon name="eye" />
        {word('side.claimView')}
      </a>
      {busy && (
        <p role="status" class="none">
          {word('side.packing')} {share}
        </p>
      )}
      <Problem text={failed ? word('side.packFailed') : null} />
    </div>
  );
}
