import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { pack } from './pack.ts';

/*
 * `npm run package`: builds the app and puts it, with what starts it on Windows, macOS and Linux, into `release/` as a folder and as a
 * zip (docs/offline-package.md).
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const app = mkdtempSync(join(tmpdir(), 'rehearsal-app-'));
try {
  await build({ root, logLevel: 'warn', build: { outDir: app, emptyOutDir: true } });
  const { folder, zip, bytes } = pack({ app, into: join(root, 'release'), version });
  process.stdout.write(`${folder}\n${zip} (${(bytes / 1e6).toFixed(1)} MB)\n`);
} finally {
  rmSync(app, { recursive: true, force: true });
}
