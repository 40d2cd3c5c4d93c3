import type { IForbiddenRuleType } from 'dependency-cruiser';

type From = Extract<IForbiddenRuleType, { from: unknown; to: unknown }>['from'];
type To = {
  path?: string | string[];
  pathNot?: string | string[];
  circular?: boolean;
  dependencyTypes?: 'npm-dev'[];
  dependencyTypesNot?: 'type-only'[];
};

const LAYERS = ['protocol', 'locales', 'templates', 'flows', 'widget', 'console', 'server', 'test'] as const;
type Layer = (typeof LAYERS)[number];

const VALUES = { dependencyTypesNot: ['type-only'] } satisfies To;

/** Who may import whom, as the architecture draws it; what a line does not name is refused. */
export const RULES: IForbiddenRuleType[] = [
  ...layer('protocol', { imports: [], packages: ['typebox'] }),
  ...layer('locales', { imports: [], packages: [] }),
  ...layer('templates', { imports: ['locales'], packages: [] }),
  ...layer('flows', { imports: ['protocol'], packages: ['xstate'] }),
  ...layer('widget', { imports: ['protocol', 'locales'], packages: ['preact', '@preact/signals', 'socket.io-client'] }),
  ...layer('console', {
    imports: ['protocol', 'locales', 'widget/look'],
    packages: ['preact', '@preact/signals', 'socket.io-client', 'i18next'],
  }),
  ...layer('server', { imports: ['protocol', 'flows', 'templates', 'locales', 'vite.config.ts', 'package.json'], packages: 'any' }),

  refuse('flows-take-types-of-protocol', { path: '^flows/' }, { path: '^protocol/', pathNot: '^protocol/(case|words)\\.ts$', ...VALUES }),
  // Lists and numbers may come along; what builds a schema would bring its library into the shopper's download.
  refuse(
    'browsers-take-types-of-protocol',
    { path: '^(widget|console)/' },
    { path: '^protocol/', pathNot: '^protocol/(case|inbox|rights|version)\\.ts$', ...VALUES },
  ),
  refuse('xstate-behind-the-runner', { pathNot: '^(flows/|server/conversation/runner\\.ts$|test/)' }, { path: packages(['xstate']) }),

  // main -> app -> plugins, routes, sockets -> conversation, store -> store/port; providers -> protocol
  refuse('main-is-the-top', {}, { path: '^server/main\\.ts$' }),
  refuse('app-is-composed-for-main', { pathNot: '^(server/main\\.ts$|test/)' }, { path: '^server/app\\.ts$' }),
  refuse(
    'edges-are-known-to-app-alone',
    { path: '^server/', pathNot: '^server/(app\\.ts$|main\\.ts$|routes/|sockets/)' },
    { path: '^server/(routes|sockets)/' },
  ),
  refuse(
    'the-road-knows-ports-only',
    { path: '^server/(conversation|routes|sockets)/' },
    { path: '^server/(store|providers)/', pathNot: '/ports?\\.ts$' },
  ),
  refuse(
    'store-stands-alone',
    { path: '^server/store/' },
    { path: '^server/', pathNot: '^server/(store/|providers/ports\\.ts$|errors\\.ts$)' },
  ),
  refuse(
    'providers-stand-alone',
    { path: '^server/providers/' },
    { path: '^server/', pathNot: '^server/(providers/|parcels/|store/port\\.ts$|errors\\.ts$)' },
  ),

  // What is asked of other services is checked in one place.
  refuse(
    'one-way-out',
    { path: '^server/', pathNot: '^server/outside/fetch\\.ts$' },
    { path: '^(node:)?(https|http2)$|node_modules/undici/' },
  ),

  refuse(
    'runs-without-development-packages',
    { path: '^(server|flows|protocol)/', pathNot: '^server/(build|dev)\\.ts$' },
    { dependencyTypes: ['npm-dev'], ...VALUES },
  ),
  refuse('nothing-imports-tests', { pathNot: '^test/' }, { path: '^test/' }),
  refuse('no-cycles', {}, { circular: true }),
];

function layer(name: Layer, { imports, packages: allowed }: { imports: string[]; packages: string[] | 'any' }): IForbiddenRuleType[] {
  const from = { path: `^${name}/` };
  const ours = [`^(${LAYERS.join('|')})/`, '^[^/]+\\.(ts|js|cjs|json)$'];
  const mayImport = [name, ...imports].map((path) => (path.includes('.') ? `^${escape(path)}$` : `^${path}/`));
  const rule = refuse(`${name}-imports-its-own`, from, { path: ours, pathNot: mayImport });
  if (allowed === 'any') return [rule];
  return [rule, refuse(`${name}-uses-few-packages`, from, { pathNot: [...ours, '^\\.', ...packages(allowed)] })];
}

/** However a package is reached: by its name, or where it lies. */
function packages(names: string[]): string[] {
  return names.flatMap((name) => [`^${escape(name)}(/|$)`, `node_modules/${escape(name)}/`]);
}

function refuse(name: string, from: From, to: To): IForbiddenRuleType {
  return { name, severity: 'error', from, to };
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
