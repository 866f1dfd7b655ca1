import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { notices } from '../cli-package/notices.ts';
import { packCommandLine } from '../cli-package/pack.ts';
import { bundleExtension } from './bundle-extension.ts';

/*
 * `npm run vscode`: the extension for VS Code, with the command line inside, as `release/rehearsal-crmscript-<version>.vsix`. What
 * packages it is large and used by nobody else, so that it is installed only here.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'editors/vscode');
const release = join(root, 'release');

rmSync(join(folder, 'dist'), { recursive: true, force: true });
await packCommandLine(join(folder, 'dist/cli'));
const metafile = await bundleExtension(root, join(folder, 'dist/extension.cjs'));
writeFileSync(join(folder, 'dist/NOTICES.txt'), notices(metafile, root));
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
copyFileSync(join(root, 'public/icons/rehearsal-192.png'), join(folder, 'icon.png'));
mkdirSync(release, { recursive: true });

const npm = (...args: readonly string[]) =>
  execFileSync('npm', [...args], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
if (!existsSync(join(folder, 'node_modules/@vscode/vsce'))) npm('ci', '--no-audit', '--no-fund');
npm('run', '--silent', 'package', '--', '--out', `${release}/`);
