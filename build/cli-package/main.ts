import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packCommandLine, tarballOf } from './pack.ts';

/* `npm run package:cli`: the command line as a folder and as a tarball that npm installs, in `release/` (docs/ci.md). */

const release = fileURLToPath(new URL('../../release', import.meta.url));
const folder = join(release, 'cli');
await packCommandLine(folder);
process.stdout.write(`${folder}\n${tarballOf(folder, release)}\n`);
