import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { packCommandLine } from '../../build/cli-package/pack.ts';
import { bundleExtension } from '../../build/vscode/bundle-extension.ts';
import type * as standIn from './vscode-stand-in.ts';

const root = join(import.meta.dirname, '../..');

type Activate = (context: unknown) => Promise<void>;

/**
 * The extension as it is packaged, activated in a stand-in of the editor on a folder of its own. The servers are the real ones. `stop`
 * ends them and takes the folders away.
 */
export async function startExtension() {
  const work = mkdtempSync(join(tmpdir(), 'rehearsal-vscode-'));
  const extensionPath = join(work, 'extension');
  const folder = join(work, 'my bots');
  mkdirSync(folder);
  await packCommandLine(join(extensionPath, 'dist/cli'));
  await bundleExtension(root, join(extensionPath, 'dist/extension.cjs'));
  await build({
    entryPoints: [join(import.meta.dirname, 'vscode-stand-in.ts')],
    outfile: join(extensionPath, 'node_modules/vscode/stand-in.cjs'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
  });
  writeFileSync(
    join(extensionPath, 'node_modules/vscode/index.js'),
    "module.exports = require('./stand-in.cjs').vscode;",
  );
  const load = createRequire(join(extensionPath, 'dist/extension.cjs'));
  const { seen, open, save } = load('vscode/stand-in.cjs') as typeof standIn;
  seen.folder = folder;
  const subscriptions: { dispose: () => unknown }[] = [];
  const { activate } = load('./extension.cjs') as { readonly activate: Activate };
  const path = (name: string) => join(folder, name);
  return {
    seen,
    open,
    save,
    path,
    write: (name: string, text: string) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    },
    activate: () =>
      activate({
        extensionPath,
        subscriptions,
        extension: { id: 'rehearsal.rehearsal-crmscript' },
        globalState: { get: () => undefined, update: () => Promise.resolve() },
      }),
    stop: async () => {
      await Promise.all(subscriptions.map((one) => one.dispose()));
      rmSync(work, { recursive: true, force: true });
    },
  };
}
