import { build, type Metafile, type Plugin } from 'esbuild';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** In the package the command line finds its own files elsewhere. */
const ownFiles: Plugin = {
  name: 'own-files',
  setup(build) {
    build.onResolve({ filter: /\/own-files\.ts$/ }, () => ({
      path: join(root, 'build/cli-package/own-files.ts'),
    }));
  },
};

/** What libraries in CommonJS take for granted: a module of the language's own kind has none of it. */
const commonJs = [
  "import { createRequire as requireFrom } from 'node:module';",
  'const require = requireFrom(import.meta.url);',
  "const __filename = import.meta.filename ?? '';",
].join('\n');

/**
 * The command line and all that it imports in one folder, in parts: what a command does not need is not read. Nothing of it asks for
 * a package.
 * @returns which files went into it.
 */
export async function bundle(into: string): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: { rehearsal: join(root, 'src/cli/main.ts'), thread: join(root, 'src/cli/thread.ts') },
    outdir: into,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    banner: { js: commonJs },
    plugins: [ownFiles],
    // TypeScript looks for it to debug itself, and goes on without.
    external: ['source-map-support'],
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return metafile;
}
