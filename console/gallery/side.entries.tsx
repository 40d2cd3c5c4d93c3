import './side.entries.css';
import type { ConversationView } from '../../protocol/conversation.ts';
import type { DeskView } from '../../protocol/desk.ts';
import type { DeskActions } from '../desk/actions.ts';
import { Side, type SideProps } from '../desk/side/side.tsx';
import { PhotoViewer } from '../desk/viewer/photo-viewer.tsx';
import { photosOf } from '../desk/viewer/photos-of.ts';
import type { Entries } from './entry.ts';
import { hard, maya, noticed, NOW, settled, stranger, talk } from './side.fixtures.ts';
import { tellPage } from './told-wire.ts';

export const entries: Entries = {
  full: () => beside(maya),
  stranger: () => beside(stranger),
  hard: () => beside(hard),
  settled: () => beside(settled, { ...talk, status: 'closed' }),
  noticed: () => beside(noticed),
  parcel: () => part('parcel'),
  proof: () => part('proof'),
  promises: () => part('promises'),
  promisesLate: () => part('promises', hard),
  viewer: () => <PhotoViewer photos={photosOf(maya)} at="photo-left-1" onClose={() => tellPage('closed')} />,
  viewerNoticed: () => <PhotoViewer photos={photosOf(noticed)} at="photo-left-1" onClose={() => tellPage('closed')} />,
  viewerMissing: () => (
    <PhotoViewer
      photos={[{ id: 'photo-missing', label: '<b>Photo</b>', findings: [] }]}
      at="photo-missing"
      onClose={() => tellPage('closed')}
    />
  ),
};

function beside(desk: DeskView, conversation: ConversationView = talk) {
  return (
    <main class="gallery-beside">
      <h1 class="sr">Side panel</h1>
      <h2 class="sr">Conversation</h2>
      <Side desk={desk} conversation={conversation} now={NOW} actions={actions} />
    </main>
  );
}

function part(section: NonNullable<SideProps['section']>, desk: DeskView = maya) {
  return (
    <main class="gallery-part">
      <h1 class="sr">Side panel</h1>
      <h2 class="sr">Conversation</h2>
      <Side desk={desk} conversation={talk} now={NOW} actions={actions} section={section} />
    </main>
  );
}

const actions = new Proxy({} as DeskActions, {
  get:
    (_, name) =>
    (...args: unknown[]) =>
      tellPage(String(name), ...args),
});
