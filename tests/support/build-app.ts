import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the app that the browser tests open is built. */
export const builtApp = `${root}dist`;

/** Builds the app once before the browser tests, unless whoever starts them has just done so. */
export default async function setup(): Promise<void> {
  if (process.env.REHEARSAL_IS_BUILT !== '1') await buildRelease(null, builtApp);
}

/** Builds the app into `outDir`; as a release with another version from the same sources, if one is given. */
export async function buildRelease(version: string | null, outDir: string): Promise<void> {
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production'; // the tests' own would be built in
  try {
    await build({
      root,
      logLevel: 'warn',
      ...(version !== null && { define: { __APP_VERSION__: JSON.stringify(version) } }),
      build: { outDir, emptyOutDir: true },
    });
  } finally {
    process.env.NODE_ENV = environment;
  }
}
