import { readdir, readFile } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openingFile } from '../../src/worker/keeping/opening.ts';

/** What a built module imports at once; what it imports when it is needed stands in brackets. */
const imported = /(?:\bfrom|\bimport)\s*["'`](\.\/[^"'`]+)["'`]/g;

/** What a page names and a browser asks for by itself: a picture for a telephone's home screen it does not. */
const namedEarly = /<(?!link rel="apple-touch-icon")[^>]+(?:src|href)="\.\/([^"]+)"/g;

/**
 * Every file of a built app that a first visit needs until its conversation can be used: the page and what it names, its manifest
 * and its icon, too, the worker, what these import at once, and the sample with its events. Found without a browser, so nothing of
 * it depends on time.
 */
export async function firstFiles(folder: string): Promise<readonly string[]> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const named = [...html.matchAll(namedEarly)].map(([, file]) => file ?? '');
  const worker = (await readdir(join(folder, 'assets'))).filter((name) => /^main-.*\.js$/.test(name));
  const found = new Set(['index.html', openingFile('first-visit')]);
  const waiting = [...named, ...worker.map((name) => `assets/${name}`)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (file.endsWith('.js')) waiting.push(...(await importsOf(folder, file)));
  }
  return [...found];
}

/** The files that a built module imports at once, as paths in `folder`. */
export async function importsOf(folder: string, file: string): Promise<readonly string[]> {
  const source = await readFile(join(folder, file), 'utf8');
  return [...source.matchAll(imported)].map(([, name = '']) => posix.join(posix.dirname(file), name));
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
