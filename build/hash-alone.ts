import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const hashes = '@noble/hashes/sha2.js';
const copy = '?alone';

/**
 * The journal needs one hash at once, the library of scripts several, later. They stand in one file, and a file is in one part: so the
 * storage gets a copy of its own, of which only that one hash is left. A first visit is 2 kB smaller by it.
 */
export function hashAlone(): Plugin {
  return {
    name: 'rehearsal-hash-alone',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source !== hashes || importer?.includes('/src/storage/') !== true) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && { ...found, id: found.id + copy };
    },
    load: (id) => (id.endsWith(copy) ? readFile(id.slice(0, -copy.length), 'utf8') : null),
  };
}
