import { readdir, readFile } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openingFile } from '../../src/worker/keeping/opening.ts';

/** What a built module imports at once; what it imports when it is needed stands in brackets. */
const imported = /(?:\bfrom|\bimport)\s*["'`](\.\/[^"'`]+)["'`]/g;

/**
 * Every file of a built app that a first visit needs until its conversation can be used: the page and what it names, the
 * worker, what these import at once, and the sample with its events. Found without a browser, so nothing of it depends on time.
 */
export async function firstFiles(folder: string): Promise<readonly string[]> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
  const worker = (await readdir(join(folder, 'assets'))).filter((name) => /^main-.*\.js$/.test(name));
  const found = new Set(['index.html', openingFile('first-visit')]);
  const waiting = [...named, ...worker.map((name) => `assets/${name}`)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (!file.endsWith('.js')) continue;
    const source = await readFile(join(folder, file), 'utf8');
    for (const [, name = ''] of source.matchAll(imported))
      waiting.push(posix.join(posix.dirname(file), name));
  }
  return [...found];
}

/** How large each is as gzip, level 9, in bytes, the largest first: as a host sends it. */
export async function sizesOf(
  folder: string,
  files: readonly string[],
): Promise<readonly (readonly [file: string, bytes: number])[]> {
  const sizes = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(join(folder, file));
      return [basename(file), gzipSync(content, { level: 9 }).length] as const;
    }),
  );
  return sizes.toSorted(([, a], [, b]) => b - a);
}
