// Who may import whom. ARCHITECTURE.md prints this table; tests/architecture.test.ts enforces both.
const allowed = {
  engine: [],
  crmscript: [],
  bots: ['engine', 'crmscript', 'javascript'],
  javascript: [],
  scenario: ['engine', 'words'],
  words: [],
  debug: ['engine', 'bots'],
  testing: ['engine', 'scenario', 'words'],
  course: ['engine', 'scenario', 'testing'],
  protocol: ['engine', 'crmscript', 'scenario', 'debug', 'testing', 'course'],
  storage: ['engine', 'protocol'],
  worker: [
    'engine',
    'crmscript',
    'javascript',
    'bots',
    'debug',
    'scenario',
    'testing',
    'course',
    'protocol',
    'storage',
  ],
  pwa: [],
  ui: ['engine', 'crmscript', 'scenario', 'course', 'words', 'protocol', 'pwa'],
  cli: ['engine', 'crmscript', 'javascript', 'bots', 'debug', 'scenario', 'testing', 'course', 'words'],
};

/** The folders whose own subfolders only they may enter. */
const withPrivateParts = ['crmscript', 'engine', 'bots', 'scenario', 'ui'];

/** What a language of bots may do is said once, in no language; and no language knows another. */
const apart = [
  ['^src/bots/api/', '^src/((bots/)?(crmscript|javascript)|bots/(reference|port))/'],
  ['^src/bots/javascript/', '^src/(bots/)?crmscript/'],
  ['^src/bots/crmscript/', '^src/(bots/)?javascript/'],
];

/** Where an import may carry types but no code. */
const typesOnly = [
  { from: '^src/protocol/', to: '^src/' },
  { from: '^src/bots/', to: '^src/javascript/(?!javascript\\.ts$)' },
  { from: '^src/storage/', to: '^src/protocol/' },
];

/** The one place that may touch each outside library. */
const homes = {
  dexie: '^src/storage/',
  diff: '^src/ui/(edits|compare|tests)/',
  uplot: '^src/ui/plots/',
  comlink:
    '^src/(worker/main\\.ts|ui/(engine-client|files-client|help-client|tests-client|connection/worker-line)\\.ts)$',
  '@codemirror': '^src/ui/editor/',
  '@lezer': '^src/ui/editor/',
  '@preact/signals': '^src/(ui/|main\\.tsx$)',
  preact: '^src/(ui/|main\\.tsx$)',
  valibot: '^src/(scenario|course)/',
  'temporal-polyfill': '^src/(engine|crmscript)/',
  '@noble/hashes': '^src/(engine|crmscript|scenario|storage)/',
  fflate: '^src/scenario/',
  uqr: '^src/ui/files/',
  saxes: '^src/crmscript/library/',
  sucrase: '^src/javascript/',
  'quickjs-wasi': '^src/(worker|cli)/',
  'vscode-languageserver-textdocument': '^src/cli/',
  typescript: '^src/bots/typescript/',
  '@vscode/debugprotocol': '^src/cli/dap/',
  'vscode-languageserver-protocol': '^src/cli/lsp/',
  'vscode-uri': '^src/cli/lsp/',
  'workbox-window': '^src/pwa/',
  'workbox-core': '^src/sw\\.ts$',
  'workbox-precaching': '^src/sw\\.ts$',
  'workbox-routing': '^src/sw\\.ts$',
};

/**
 * Where files call each other in a circle because their subject does: a grammar, the walks over its tree (a port is one), and the
 * rules of the chat, where a message changes a status, which runs a trigger, which posts a message.
 */
const recursive = [
  '^src/crmscript/syntax/',
  '^src/crmscript/fixes/',
  '^src/crmscript/analysis/',
  '^src/crmscript/compile/',
  '^src/crmscript/regexp/',
  '^src/bots/port/',
  '^src/engine/',
];

/** The page knows the address of the worker's bundle; `?worker&url` is not an import of its code. */
const bootsTheWorker = '^src/ui/start-worker\\.ts$';

const error = (name, from, to) => ({ name, severity: 'error', from, to });

const config = {
  forbidden: [
    error(
      'no-circular',
      { pathNot: recursive },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    // Of types too: who reads one room need not read another to know what it says.
    error(
      'no-circle-leaves-its-folder',
      { path: '^(src/.+)/[^/]+$' },
      { circular: true, via: { pathNot: '^$1/[^/]+$' } },
    ),
    // The address of a file of a package, which vite gives, is an import of nothing.
    error('everything-resolves', { path: '^src/' }, { couldNotResolve: true, pathNot: '\\?url$' }),
    error('only-declared-libraries', { path: '^src/' }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    error(
      'no-node-outside-the-command-line',
      { path: '^src/', pathNot: '^src/cli/' },
      { dependencyTypes: ['core'] },
    ),
    error('no-tests-in-the-app', { path: '^src/' }, { path: '^(tests|bench)/' }),
    error('entries-are-imported-by-nobody', { path: '^src/' }, { path: '^src/(sw\\.ts|main\\.tsx)$' }),
    error(
      'main-imports-only-pwa+ui',
      { path: '^src/(main\\.tsx|boot\\.ts)$' },
      { path: '^src/', pathNot: '^src/((pwa|ui)/|boot\\.ts$)' },
    ),
    ...Object.entries(allowed).map(([folder, targets]) =>
      error(
        `${folder}-imports-only-${targets.join('+') || 'itself'}`,
        { path: `^src/${folder}/`, pathNot: bootsTheWorker },
        { path: '^src/', pathNot: `^src/(${[folder, ...targets].join('|')})/` },
      ),
    ),
    error(
      'the-worker-is-booted-by-address',
      { path: bootsTheWorker },
      { path: '^src/', pathNot: `^src/(ui/|protocol/|worker/main\\.ts$)` },
    ),
    ...withPrivateParts.map((folder) =>
      error(
        `${folder}-subfolders-are-private`,
        { path: '^src/', pathNot: `^src/(${folder}/|main\\.tsx$)` },
        { path: `^src/${folder}/[^/]+/` },
      ),
    ),
    ...apart.map(([from, to]) =>
      error(`${from.slice(5, -1)}-knows-nothing-of-${to.slice(6, -2)}`, { path: from }, { path: to }),
    ),
    ...typesOnly.map(({ from, to }) =>
      error(
        `types-only-from-${from.slice(5, -1)}-to-${to.slice(5, -1) || 'anything'}`,
        { path: from },
        { path: to, pathNot: from, dependencyTypesNot: ['type-only'] },
      ),
    ),
    ...Object.entries(homes).map(([library, home]) =>
      error(
        `${library}-lives-in-its-home`,
        { path: '^src/', pathNot: home },
        { path: `node_modules/${library}/` },
      ),
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};

module.exports = config;
// Not part of what the tool reads: a test compares it with the table that ARCHITECTURE.md prints.
Object.defineProperty(config, 'table', { value: allowed, enumerable: false });
