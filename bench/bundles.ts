import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildRelease } from '../tests/support/build-app.ts';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** Apart from `dist`, which tests of the same tree may be using. */
const folder = `${root}node_modules/.cache/rehearsal-bench/`;

export type Bundles = {
  /** The built app. */
  readonly app: string;
  /** A page with nothing in it, beside `worker.js`. */
  readonly page: string;
  /** The measurement of the engine, for Node. */
  readonly node: string;
  /** Script text for a page. */
  readonly probe: string;
};

/** Builds the app, and what measures it, with the bundler of the app: what runs is what people get. */
export async function buildAll(): Promise<Bundles> {
  await rm(folder, { recursive: true, force: true });
  const page = `${folder}page/`;
  await mkdir(page, { recursive: true });
  await writeFile(`${page}index.html`, '<!doctype html><title>Benchmark</title>');
  await buildRelease(null, `${folder}app`);
  await bundle('engine-speed', `${folder}node/`, 'engine-speed.mjs');
  await bundle('worker-entry', page, 'worker.js');
  await bundle('page-probe', `${folder}probe/`, 'probe.js');
  return {
    app: `${folder}app`,
    page,
    node: `${folder}node/engine-speed.mjs`,
    probe: await readFile(`${folder}probe/probe.js`, 'utf8'),
  };
}

async function bundle(entry: string, outDir: string, fileName: string): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      lib: { entry: `${root}bench/${entry}.ts`, formats: ['es'], fileName: () => fileName },
    },
  });
}
