import { build } from 'esbuild';
import type { Metafile } from 'esbuild';
import { join } from 'node:path';

/** The extension in one file, as the editor loads it: it brings `vscode` itself. @returns which files went into it. */
export async function bundleExtension(root: string, into: string): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [join(root, 'editors/vscode/src/extension.ts')],
    outfile: into,
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
    minify: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return metafile;
}
