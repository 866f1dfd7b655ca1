import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { buildRelease } from '../tests/support/build-app.ts';

export const root = fileURLToPath(new URL('../', import.meta.url));

const wasm = fileURLToPath(import.meta.resolve('quickjs-wasi/quickjs.wasm'));

/** Apart from `dist`, which tests of the same tree may be using. */
const folder = `${root}node_modules/.cache/rehearsal-bench/`;

export type Bundles = {
  /** The built app. */
  readonly app: string;
  /** A page with nothing in it, beside `worker.js`. */
  readonly page: string;
  /** The measurement of the engine, for Node. */
  readonly node: string;
  /** That of the scripts, and what it needs; the page has the same beside its worker. */
  readonly scripts: string;
  /** The measurement of bots in JavaScript, for Node. */
  readonly javascript: string;
  /** The runtime once more, for a debugger to look on; and without the count of statements. */
  readonly watched: string;
  readonly uncounted: string;
  readonly wasm: string;
  /** Script text for a page. */
  readonly probe: string;
};

/** Builds the app, and what measures it, with the bundler of the app: what runs is what people get. */
export async function buildAll(): Promise<Bundles> {
  await rm(folder, { recursive: true, force: true });
  const page = `${folder}page/`;
  await mkdir(page, { recursive: true });
  await writeFile(`${page}index.html`, '<!doctype html><title>Benchmark</title>');
  await buildRelease(`${folder}app`);
  await bundle('engine-speed', `${folder}node/`, 'engine-speed.mjs');
  await bundle('script-speed', `${folder}node/`, 'script-speed.mjs');
  await bundle('javascript-speed', `${folder}node/`, 'javascript-speed.mjs');
  await bundle('script-runner', `${folder}node/`, 'watched.mjs');
  await bundle('script-runner', `${folder}node/`, 'uncounted.mjs', withoutCounting());
  await bundle('worker-entry', page, 'worker.js');
  await bundle('script-runner', page, 'watched.js');
  await bundle('script-runner', page, 'uncounted.js', withoutCounting());
  await copyFile(wasm, `${page}quickjs.wasm`);
  await bundle('page-probe', `${folder}probe/`, 'probe.js');
  return {
    app: `${folder}app`,
    page,
    node: `${folder}node/engine-speed.mjs`,
    scripts: `${folder}node/script-speed.mjs`,
    javascript: `${folder}node/javascript-speed.mjs`,
    watched: `${folder}node/watched.mjs`,
    uncounted: `${folder}node/uncounted.mjs`,
    wasm,
    probe: await readFile(`${folder}probe/probe.js`, 'utf8'),
  };
}

const counting = /if \(\+\+run\.statements > run\.pauseAt\) run\.pause\(\w+\);/g;

/** Takes the line by which each statement counts itself out of the runtime, to find out what it costs. */
function withoutCounting(): Plugin {
  let found = 0;
  return {
    name: 'without-counting',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/src/crmscript/compile/')) return null;
      return code.replace(counting, () => {
        found += 1;
        return '';
      });
    },
    buildEnd(error) {
      if (error === undefined && found < 10)
        throw new Error('The lines that count statements were not found.');
    },
  };
}

async function bundle(entry: string, outDir: string, fileName: string, plugin?: Plugin): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    plugins: [plugin],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      lib: { entry: `${root}bench/${entry}.ts`, formats: ['es'], fileName: () => fileName },
    },
  });
}
