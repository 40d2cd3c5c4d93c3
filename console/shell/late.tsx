import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import { Empty } from '../shared/empty.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { word } from '../shared/words.ts';

/** A page that is fetched when somebody first goes there. Until then its shape; where it does not come, a way to try again. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => preact.JSX.Element {
  let loaded: ComponentType<P> | null = null;
  return function Late(props: P) {
    const [, redraw] = useState(0);
    const [failed, setFailed] = useState(false);
    const fetchIt = () => {
      setFailed(false);
      load().then(
        (page) => {
          loaded = page;
          redraw((n) => n + 1);
        },
        () => setFailed(true),
      );
    };
    useEffect(() => {
      if (!loaded) fetchIt();
    }, []);
    if (loaded) {
      const Page = loaded;
      return <Page {...props} />;
    }
    if (!failed) return <Skeleton kind="page" />;
    return (
      <Empty icon="off" title={word('shell.notLoaded')} text={word('problems.noAnswer')}>
        <Button kind="fill" onClick={fetchIt}>
          {word('shell.tryAgain')}
        </Button>
      </Empty>
    );
  };
}
