import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * The files that the command line reads of itself, as they lie in the package: in the place of `src/cli/own-files.ts`. All
 * code lies in `lib`, and the rest beside it.
 */

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const program = 'rehearsal';

export const ownVersion = (): string =>
  (JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string }).version;

export const standsIn = (): string => process.cwd();

export const tablesFile = at('data/crmscript-tables.json');

export const sampleFile = (name: string): string => at(`data/samples/${name}.json`);

export const botTypesFile = at('types/bot.d.ts');

export const languageTypesFile = (name: string): string => at(`types/${name}`);

export const engineFile = (): string => at('data/quickjs.wasm');

export const threadCode = (): string =>
  `import(${JSON.stringify(new URL('thread.js', import.meta.url).href)});`;
