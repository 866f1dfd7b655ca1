import type { Plugin, Rolldown } from 'vite';

/**
 * Has each part name everything that it imports, also by way of others, so that the browser asks for all of it as soon as the part is
 * there, and not for one thing after the other. The bundler's own lists of what to load beside a part say the same, but stand in the
 * window's code, where they would be 3 kB of the first load. What runs before what stays as it is: these come last, when
 * they have run by way of the others.
 */
export function flatImports(): Plugin {
  return {
    name: 'rehearsal-flat-imports',
    apply: 'build',
    // What a part names follows from the names in it, but that it does so is of this plugin.
    augmentChunkHash: () => 'flat',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter(
          (one): one is Rolldown.OutputChunk => one.type === 'chunk',
        );
        const imports = new Map(chunks.map((chunk) => [chunk.fileName, chunk.imports]));
        for (const chunk of chunks) {
          const further = byWayOf(chunk.imports, imports).filter((name) => name !== chunk.fileName);
          if (further.length > 0)
            chunk.code = `${chunk.code.trimEnd()}\n${further.map(statement).join('')}\n`;
        }
      },
    },
  };
}

/** What these import that is not among them. */
function byWayOf(own: readonly string[], imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const all = new Set(own);
  for (const name of all) for (const further of imports.get(name) ?? []) all.add(further);
  return [...all].slice(own.length);
}

/** All parts are in one folder. */
const statement = (name: string): string => `import"./${name.slice(name.lastIndexOf('/') + 1)}";`;
