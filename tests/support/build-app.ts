import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the app that the browser tests open is built. */
export const builtApp = `${root}dist`;

/** Builds the app once before the browser tests, unless whoever starts them has just done so. */
export default async function setup(): Promise<void> {
  if (process.env.REHEARSAL_IS_BUILT !== '1') await buildRelease(builtApp);
}

/** Builds the app into a folder. */
export async function buildRelease(outDir: string): Promise<void> {
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production'; // the tests' own would be built in
  try {
    await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  } finally {
    process.env.NODE_ENV = environment;
  }
}

/**
 * Makes another release of the app that is built, which does the same: each of its parts has another name, wherever one is named, as
 * if each had been changed. To build one takes a quarter of a minute.
 */
export async function copyAsRelease(folder: string): Promise<void> {
  await cp(builtApp, folder, { recursive: true });
  const assets = join(folder, 'assets');
  const names = new Map((await readdir(assets)).map((name) => [name, anotherName(name)]));
  for (const [name, other] of names) await rename(join(assets, name), join(assets, other));
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => /\.(?:js|css|html|json|webmanifest)$/.test(name))) {
    const text = await readFile(join(folder, file), 'utf8');
    await writeFile(join(folder, file), withOtherNames(text, names));
  }
}

/** The last character in front of the ending, which is one of the hash of the content, is another one. */
const anotherName = (name: string): string =>
  name.replace(/.(?=\.\w+$)/, (last) => (last === '0' ? '1' : '0'));

/** The service worker also names the content of files that keep their names. */
const withOtherNames = (text: string, names: ReadonlyMap<string, string>): string =>
  text
    .replace(/[\w-]+\.\w+/g, (word) => names.get(word) ?? word)
    .replace(
      /("revision":")([\da-f]{31})([\da-f])(?="(?:,"url":"[^"]*\.html"))/g,
      (_, before: string, hash: string, last: string) => `${before}${hash}${last === '0' ? '1' : '0'}`,
    );
