import { unzipSync, zipSync } from 'fflate';
import { limits } from './limits.ts';
import { plainPath, type Path } from './script-folder.ts';

/** The files of a zip by their paths, and the folder that all of them lie in, `/` behind it; empty where there is none. */
export type ZippedFiles = {
  readonly files: ReadonlyMap<Path, Uint8Array<ArrayBuffer>>;
  readonly within: string;
};

/** So many files are taken out of a zip. */
const mostFiles = 20_000;

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Folders in which a tool keeps its scripts: they stay, where all files lie in one. */
const roots = ['#Scripts', 'Scripts', 'ejscript', 'src'];

/**
 * Takes a zip of script files apart. Each file takes as many bytes as the zip says, which are limited, so no more than that
 * comes out of it. Null when it is no zip, or a damaged one; `too-large` when it holds more than a scenario can.
 */
export function readZip(bytes: Uint8Array): ZippedFiles | 'too-large' | null {
  let left: number = limits.fileBytes;
  let count = 0;
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || plainPath(name) === null) return false;
        left -= originalSize;
        count += 1;
        if (left < 0 || count > mostFiles) throw new TooLarge();
        return true;
      },
    });
    const all = Object.entries(unpacked).map(
      ([name, content]) => [plainPath(name) ?? name, content] as const,
    );
    const within = commonFolder(all.map(([path]) => path));
    return {
      within,
      files: new Map(
        all
          .filter(([path]) => path.startsWith(within))
          .map(([path, content]) => [path.slice(within.length), new Uint8Array(content)]),
      ),
    };
  } catch (error) {
    return error instanceof TooLarge ? 'too-large' : null;
  }
}

/** Computers put a folder that they pack into the zip with its name. */
function commonFolder(paths: readonly Path[]): string {
  const own = paths.filter((path) => !path.startsWith('__MACOSX/') && !path.endsWith('.DS_Store'));
  const [first = ''] = own;
  const top = first.slice(0, first.indexOf('/') + 1);
  const isCommon =
    top !== '' && own.every((path) => path.startsWith(top)) && !roots.includes(top.slice(0, -1));
  return isCommon ? top : '';
}

/** A zip of these files: the same files give the same bytes. */
export function writeZip({ files, within }: ZippedFiles): Uint8Array<ArrayBuffer> {
  const all = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, content]) => [`${within}${path}`, content]);
  return new Uint8Array(
    zipSync(Object.fromEntries(all) as Record<string, Uint8Array>, { level: 6, mtime: Date.UTC(1980, 0, 2) }),
  );
}
