import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { notices } from './notices.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = fileURLToPath(new URL('files/', import.meta.url));
const packages = createRequire(import.meta.url);

type Manifest = Readonly<Record<'version' | 'license', string>> & {
  readonly engines: { readonly node: string };
};

/**
 * Puts the command line into a folder as a package without dependencies: one that npm packs, and that runs as it lies there. What
 * was in the folder is gone.
 */
export async function packCommandLine(into: string): Promise<void> {
  rmSync(into, { recursive: true, force: true });
  for (const folder of ['lib', 'data', 'types']) mkdirSync(join(into, folder), { recursive: true });
  const metafile = await bundle(join(into, 'lib'));
  copyFileSync(join(root, 'public/crmscript-tables.json'), join(into, 'data/crmscript-tables.json'));
  copyFileSync(packages.resolve('quickjs-wasi/quickjs.wasm'), join(into, 'data/quickjs.wasm'));
  cpSync(join(root, 'public/samples'), join(into, 'data/samples'), { recursive: true });
  copyFileSync(join(root, 'src/bots/javascript/bot.d.ts'), join(into, 'types/bot.d.ts'));
  copyLanguageTypes(join(into, 'types'));
  for (const name of ['scenario.schema.json', 'course.schema.json'])
    copyFileSync(join(root, 'public', name), join(into, 'data', name));
  copyFileSync(join(root, 'LICENSE'), join(into, 'LICENSE'));
  copyFileSync(join(here, 'README.md'), join(into, 'README.md'));
  writeFileSync(join(into, 'NOTICES.txt'), notices(metafile, root, ['quickjs-wasi']));
  writeFileSync(join(into, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
}

function manifest(): object {
  const { version, license, engines } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Manifest;
  return {
    name: '@rehearsal/cli',
    version,
    description:
      'Checks, runs and replays chats and bots of SuperOffice Service, offline: tests for pipelines, a language server and a debug adapter for editors.',
    keywords: ['superoffice', 'crmscript', 'chatbot', 'testing', 'language-server', 'debug-adapter'],
    license,
    type: 'module',
    engines,
    bin: { rehearsal: 'lib/rehearsal.js' },
    exports: {
      './bot': { types: './types/bot.d.ts' },
      './scenario.schema.json': './data/scenario.schema.json',
      './course.schema.json': './data/course.schema.json',
      './package.json': './package.json',
    },
    files: ['lib', 'data', 'types', 'NOTICES.txt'],
  };
}

/** The declarations of the language that scripts in JavaScript are checked with: those of TypeScript that need no browser. */
function copyLanguageTypes(into: string): void {
  const folder = dirname(packages.resolve('typescript'));
  for (const file of readdirSync(folder))
    if (/^lib\.(es|decorators)[\w.]*\.d\.ts$/.test(file)) copyFileSync(join(folder, file), join(into, file));
}

/** The tarball that npm makes of a package's folder. @returns its path. */
export function tarballOf(folder: string, into: string): string {
  // On Windows npm is a script of the shell.
  const options = { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const out = execFileSync('npm', ['pack', '--json', '--offline', '--pack-destination', into], options);
  const [{ filename }] = JSON.parse(out) as [{ readonly filename: string }];
  return join(into, filename);
}
