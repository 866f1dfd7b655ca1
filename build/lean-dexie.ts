import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const place = 'dexie/dist/modern/dexie.mjs';

/** The package offers its oldest build in one piece; this one is written for browsers of the age that we build for. */
export const modernDexie = {
  find: /^dexie$/,
  replacement: fileURLToPath(new URL(`../node_modules/${place}`, import.meta.url)),
};

/** A stretch of the source: from the first text up to the second. */
type Stretch = readonly [from: string, to: string];

/**
 * What live queries and hooks of tables need, and the names by which addons reach into the library. Of its own names those stay that are
 * used here: `delete`, `Promise`, `minKey`, `maxKey`, and what the library itself takes from there.
 */
const unused: readonly Stretch[] = [
  ['        this.use(cacheMiddleware);', '        this.use(virtualIndexMiddleware);'],
  ['        this.use(hooksMiddleware);', '        const vipDB'],
  ['        if (wasCreated) {\n            const everything', '        return db;\n    });'],
  ["            if ('mutatedParts' in idbtrans) {", '        });\n        return this;'],
  ['    ...fullNameExceptions,\n    delete', '    delete(databaseName) {'],
  ['    exists(name) {', '    vip,\n'],
  ['    async: function (generatorFn) {', '    Promise: DexiePromise,'],
  ['    debug: {\n        get:', '    minKey: minKey,'],
  ['    connections: {\n        get:', '    dependencies: domDeps,'],
  ['    cache,\n    semVer', '});\nDexie.maxKey'],
  ["if (typeof dispatchEvent !== 'undefined'", 'function add(value) {'],
];

/**
 * Takes out of Dexie what only its live queries and hooks need, of which there are none here: for each write it notes which ranges of
 * which index are touched, tells that to every tab, and keeps results. The library is one file that refers to all of it, so
 * the bundler leaves nothing out. A release that is written otherwise ends the build, and tests run with what is left.
 */
export const leanDexie = (): Plugin => ({
  name: 'rehearsal-lean-dexie',
  enforce: 'pre',
  load: async (id) => (id.endsWith(`/${place}`) ? unused.reduce(without, await readFile(id, 'utf8')) : null),
});

function without(code: string, [from, to]: Stretch): string {
  const start = code.indexOf(from);
  const end = code.indexOf(to, start);
  if (start < 0 || end < 0 || code.includes(from, start + 1))
    throw new Error(`Dexie is written in another way than what is to be taken out of it: “${from.trim()}”`);
  return code.slice(0, start) + code.slice(end);
}
