import './styles/owner.css';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StoreSettings } from '../../protocol/settings.ts';
import { Button } from '../shared/button.tsx';
import { Confirm } from '../shared/confirm.tsx';
import { Empty } from '../shared/empty.tsx';
import { hold } from '../shared/router.ts';
import { Skeleton } from '../shared/skeleton.tsx';
import { tell } from '../shared/toast.tsx';
import { word } from '../shared/words.ts';
import type { Session } from '../shell/session.ts';
import { AddressesSection } from './addresses-section.tsx';
import { FormProvider } from './form-context.ts';
import { GreetingSection } from './greeting-section.tsx';
import { LanguagesSection } from './languages-section.tsx';
import { NameSection } from './name-section.tsx';
import { PeopleSection, PrivacySection, PromisesSection, ProtectionSection, RoadSection, SolutionsSection } from './policy-sections.tsx';
import { Preview } from './preview.tsx';
import { SaveBar } from './save-bar.tsx';
import { createSettingsForm } from './settings-form.ts';
import { SnippetSection } from './snippet-section.tsx';
import { TrackingSection } from './tracking-section.tsx';

/** What an owner decides about the shop. Nothing takes effect before it is saved, and everything does at once then. */
export function StorePage({ session }: { session: Session }) {
  const form = useMemo(() => createSettingsForm(session.api), [session]);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  /** The language of the greeting that was written last, for the preview. */
  const [shown, setShown] = useState<string | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const isDirty = form.changed.value.length > 0;
  useEffect(() => void form.read(), [form]);
  // Before the next press can be heard: after the paint, a quick one would lead away unasked.
  useLayoutEffect(() => {
    if (isDirty) return hold((leave) => setLeaving(() => leave));
  }, [isDirty]);

  const { value: saved } = form.saved;
  const { value: draft } = form.draft;
  if (!saved || !draft) {
    const refusal = form.refusal.value;
    if (!refusal) return <Skeleton kind="page" lines={4} />;
    return (
      <Empty alone icon="off" title={word('shell.notLoaded')} text={refusal.text}>
        <Button kind="fill" onClick={() => void form.read()}>
          {word('shell.tryAgain')}
        </Button>
      </Empty>
    );
  }

  function learn({ name, color }: StoreSettings): void {
    session.learn({ store: { name, color } });
  }

  async function save(): Promise<void> {
    const before = await form.save();
    const now = form.saved.value?.settings;
    if (before === null || !now) {
      // The first field that is wrong, in the order of the page.
      page.current?.querySelector<HTMLElement>('[aria-invalid="true"], .error')?.focus();
      page.current?.querySelector('.field.wrong, .error')?.scrollIntoView({ block: 'center' });
      return;
    }
    learn(now);
    tell({ text: word('store.saved'), undo: () => void putBack(before) });
  }

  async function putBack(before: StoreSettings): Promise<void> {
    const done = await form.putBack(before);
    if (done) learn(before);
    tell({ text: word(done ? 'store.putBack' : 'store.notPutBack') });
  }

  return (
    <FormProvider value={form}>
      <div class="owner store" ref={page}>
        <header class="page-head">
          <h1>{word('shell.store')}</h1>
          <p>{word('store.lead')}</p>
        </header>
        <div class="with-preview">
          <div class="topics">
            <NameSection />
            <LanguagesSection />
            <GreetingSection onWrite={setShown} />
            <AddressesSection />
            <RoadSection />
            <ProtectionSection />
            <PromisesSection />
            <SolutionsSection />
            <TrackingSection api={session.api} />
            <PeopleSection />
            <PrivacySection />
            <SnippetSection snippet={saved.snippet} isStale={draft.color !== saved.settings.color} />
          </div>
          <Preview store={saved.key} color={draft.color} locale={shown ?? saved.settings.defaultLocale} version={saved.version} />
        </div>
        <SaveBar form={form} onSave={() => void save()} />
      </div>
      {leaving && (
        <Confirm
          title={word('store.leaveTitle')}
          yes={word('store.leave')}
          no={word('store.stay')}
          danger
          onYes={() => {
            form.discard();
            leaving();
          }}
          onClose={() => setLeaving(null)}
        >
          <p>{word('store.leaveWhy', { count: form.changed.value.length })}</p>
        </Confirm>
      )}
    </FormProvider>
  );
}
