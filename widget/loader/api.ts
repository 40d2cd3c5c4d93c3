import { createBus, type Handler } from './bus.ts';
import type { Core, Tracewell } from './core.ts';
import { startLauncher, type Launcher } from './launcher.ts';
import type { Script } from './script.ts';
import { firstState, type Identity, type Settings, type State } from './state.ts';

export function createApi(script: Script): Tracewell {
  const bus = createBus();
  let launcher: Launcher | undefined;

  const change = (wish: Partial<State> = {}) => {
    const { store } = core.state;
    core.state = { ...core.state, ...wish };
    if (launcher && store !== core.state.store) {
      leave();
      boot();
    }
    launcher?.sync();
  };
  const core: Core = { state: firstState(script.settings), script, emit: bus.emit, change };
  const boot = () => {
    if (launcher || !core.state.store) return;
    launcher = startLauncher(core);
    bus.emit('ready');
  };
  const leave = () => {
    launcher?.remove();
    launcher = undefined;
    core.state = { ...core.state, ready: false, failed: false, unread: 0, label: '' };
  };

  // Without a prototype, so that no word of the page's own is taken for a verb.
  const verbs: Record<string, ((first: never, second: never) => unknown) | undefined> = {
    __proto__: null as never,
    boot(settings?: Settings) {
      change(settings);
      boot();
    },
    update: change,
    setLocale: (locale: string) => change({ locale }),
    open: () => change({ open: true }),
    close: () => change({ open: false }),
    toggle: () => change({ open: !core.state.open }),
    show: () => change({ launcher: '' }),
    hide: () => change({ open: false, launcher: 'none' }),
    identify: (identity: Identity) => change({ identity }),
    setContext: (context: object) => change({ context: { ...core.state.context, ...context } }),
    startFlow: (flow: string) => change({ flow, open: true }),
    on(name: string, handler: Handler) {
      if (launcher && name === 'ready') handler();
      return bus.on(name, handler);
    },
    off: bus.off,
    shutdown() {
      change({ open: false });
      leave();
      bus.off();
      core.state = firstState(script.settings);
    },
  };

  boot();
  const tracewell: Tracewell = (verb, first, second) => verbs[verb]?.(first as never, second as never);
  tracewell.live = true;
  return tracewell;
}
