import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync, type Zippable } from 'fflate';

const files = fileURLToPath(new URL('files/', import.meta.url));
const license = fileURLToPath(new URL('../../LICENSE', import.meta.url));

/** A file of the folder: what it is made from, and who reads it. */
type Made = { readonly name: string; readonly from: string; readonly for: 'windows' | 'unix' | 'everybody' };

const made: readonly Made[] = [
  { name: 'README.txt', from: `${files}README.txt`, for: 'windows' },
  { name: 'LICENSE.txt', from: license, for: 'windows' },
  { name: 'start-windows.cmd', from: `${files}start-windows.cmd`, for: 'windows' },
  { name: 'start-macos.command', from: `${files}start.sh`, for: 'unix' },
  { name: 'start-linux.sh', from: `${files}start.sh`, for: 'unix' },
  ...readdirSync(`${files}server`).map((name): Made => ({
    name: `server/${name}`,
    from: `${files}server/${name}`,
    for: name.endsWith('.ps1') ? 'windows' : 'everybody',
  })),
];

export type Packed = { readonly folder: string; readonly zip: string; readonly bytes: number };

/**
 * Puts a built app and what starts it on a computer without anything installed into one folder, `rehearsal-<version>`, and a zip of
 * that beside it. Both are made anew.
 */
export function pack(options: {
  readonly app: string;
  readonly into: string;
  readonly version: string;
}): Packed {
  const { app, into, version } = options;
  const name = `rehearsal-${version}`;
  const folder = join(into, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'server'), { recursive: true });
  cpSync(app, join(folder, 'app'), { recursive: true });
  // By this a start script knows the app that has its port already.
  writeFileSync(join(folder, 'app/rehearsal-version.txt'), `Rehearsal ${version}\n`);
  for (const one of made) {
    const path = join(folder, one.name);
    const text = readFileSync(one.from, 'utf8').replaceAll('{version}', version);
    // The command line of Windows finds no label in a file whose lines end as elsewhere.
    writeFileSync(path, one.for === 'windows' ? text.replaceAll(/\r?\n/g, '\r\n') : text);
    if (one.for === 'unix') chmodSync(path, 0o755);
  }
  const zip = join(into, `${name}.zip`);
  const bytes = zipSync(zippable(folder, name), { level: 9 });
  writeFileSync(zip, bytes);
  return { folder, zip, bytes: bytes.length };
}

/** All files of a folder, with who may run them, as a zip for Unix says it. */
function zippable(folder: string, name: string): Zippable {
  const all: Zippable = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const inZip = `${name}/${relative(folder, path).split(sep).join('/')}`;
    all[inZip] = [readFileSync(path), { os: 3, attrs: (statSync(path).mode & 0xffff) * 0x10000 }];
  }
  return all;
}
