import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * The files that the command line reads of itself, as they lie in the project. The package that is made of it has others in
 * other places, and another module in the place of this one (`build/cli-package`).
 */

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const packages = createRequire(import.meta.url);

/** How the command line is called here. */
export const program = 'npm run cli --';

/** The version, as `package.json` says it. */
export const ownVersion = (): string =>
  (JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string }).version;

/** npm starts scripts in the project's folder; relative paths count from where the person stands. */
export const standsIn = (): string =>
  process.env['npm_lifecycle_event'] === 'cli' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd();

/** The tables of SuperOffice's library. */
export const tablesFile = at('public/crmscript-tables.json');

/** The worlds of the samples lie beside the program, as they lie beside the page. */
export const sampleFile = (name: string): string => at(`public/samples/${name}.json`);

/** What scripts in JavaScript find. */
export const botTypesFile = at('src/bots/javascript/bot.d.ts');

/** A declaration file of the language, such as `lib.es2022.d.ts`, as TypeScript brings it. */
export const languageTypesFile = (name: string): string =>
  join(dirname(packages.resolve('typescript')), name);

/** The engine that runs JavaScript. */
export const engineFile = (): string => packages.resolve('quickjs-wasi/quickjs.wasm');

/** A module that does in a thread what `thread.ts` does: a thread knows nothing of TypeScript until it is told. */
export const threadCode = (): string => `
  import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
    .then(({ register }) => { register(); })
    .then(() => import(${JSON.stringify(new URL('thread.ts', import.meta.url).href)}));
`;
