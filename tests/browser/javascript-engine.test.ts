import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostilePrograms } from '../javascript/hostile/programs.ts';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { runPrograms, type ProgramOutcome, type ProgramToRun } from '../support/browser/run-programs.ts';
import { randomJavaScript } from '../support/random-javascript.ts';

/** As many programs by chance as a long run of it asks for, else 500. */
const runs = Number(process.env['REHEARSAL_RUNS'] ?? 500);

const wasm = fileURLToPath(import.meta.resolve('quickjs-wasi/quickjs.wasm'));
const root = fileURLToPath(new URL('../../', import.meta.url));

let app: LaunchedApp;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehearsal-javascript-'));
  await build({
    entryPoints: [join(root, 'tests/support/browser/run-programs.ts')],
    outfile: join(folder, 'run-programs.js'),
    bundle: true,
    format: 'iife',
    globalName: 'programs',
    logLevel: 'warning',
  });
  await copyFile(wasm, join(folder, 'quickjs.wasm'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(
    join(folder, 'worker.js'),
    `importScripts('run-programs.js');
    onmessage = async ({ data }) => {
      const bytes = new Uint8Array(await (await fetch('quickjs.wasm')).arrayBuffer());
      postMessage(await programs.runPrograms(bytes, data));
    };`,
  );
  app = await launchApp({ folder, locale: 'tr-TR' });
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** In a dedicated worker, where the app runs scripts too, in another language and time zone than here. */
async function inChromium(asked: readonly ProgramToRun[]): Promise<readonly ProgramOutcome[]> {
  const page = await app.open();
  const session = await app.context.newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Kathmandu' });
  const outcomes = await page.evaluate(
    (given) =>
      new Promise<readonly ProgramOutcome[]>((resolve, reject) => {
        const worker = new Worker('worker.js');
        worker.onmessage = ({ data }) => {
          resolve(data as readonly ProgramOutcome[]);
        };
        worker.onerror = ({ message }) => {
          reject(new Error(message));
        };
        worker.postMessage(given);
      }),
    asked,
  );
  await page.close();
  return outcomes;
}

describe('scripts in JavaScript', () => {
  it(`do in Chromium what they do in Node, to the byte: ${String(runs)} programs made by chance`, async () => {
    const asked = Array.from({ length: runs }, (_, seed) => ({
      source: randomJavaScript(seed),
      limit: 1_000_000,
    }));

    const here = await runPrograms(await readFile(wasm), asked);

    const there = await inChromium(asked);
    for (const [index, { source }] of asked.entries()) expect(there[index], source).toEqual(here[index]);
    const failures = new Set(here.map(({ failure }) => failure?.kind));
    expect([...failures].sort()).toEqual(['price', 'thrown', 'unhandled', undefined]);
  });

  it('are stopped in Chromium as in Node, at the same price, when they mean harm', async () => {
    const harmful = hostilePrograms.filter(({ source }) => source.length < 100_000);
    const asked = [...harmful.map(({ source }) => source), ...recursions].map((source) => ({
      source,
      limit: 200_000,
      memory: 8 * 1024 * 1024,
    }));

    const here = await runPrograms(await readFile(wasm), asked);

    const there = await inChromium(asked);
    for (const [index, { source }] of asked.entries()) {
      // What nests in a text, and not in calls, is bounded by the host's stack, and each host's is another.
      const { name, outcome } = harmful[index] ?? { name: '', outcome: '' };
      if (/deep |chain of proxies/.test(name)) expect(there[index]?.failure, source).toBeDefined();
      else if (outcome === 'stack') expect(there[index]?.failure?.kind, source).toBe('stack');
      else expect(there[index], source).toEqual(here[index]);
    }
    for (const outcome of here.slice(harmful.length)) {
      expect(outcome.failure).toMatchObject({ kind: 'stack', name: 'RangeError' });
    }
  });
});

/** Calls that go through the engine in different ways, each of which takes more or less of the host's stack. */
const recursions = [
  'function f() { return f() + 1; } f();',
  'function f() { [2, 1].sort(() => f()); } f();',
  'function f() { [2, 1].map(() => f()); } f();',
  'function f() { Reflect.apply(f, null, []); } f();',
  'function f(...a) { f(...a); } f(1, 2, 3);',
  'function f() { "a".replace(/a/, f); } f();',
  'const o = { *[Symbol.iterator]() { yield* o; } }; [...o];',
  'function f() { new Map([[1, 1]]).forEach(f); } f();',
  'class A { constructor() { new (class extends A {})(); } } new A();',
  'function f() { JSON.parse("[1]", f); } f();',
  'const o = { toJSON() { return JSON.stringify(o); } }; JSON.stringify(o);',
  'function f() { Array.from([1], f); } f();',
  'function f() { f.bind()(); } f();',
  'const p = new Proxy(function () {}, { apply() { p(); } }); p();',
  'function f() { eval("f()"); } f();',
  'function f() { `${{ toString: f }}`; } f();',
  'function f() { for (const x of { [Symbol.iterator]: f }); } f();',
  'const f = async () => { await f(); }; await f();',
  'function f() { new Date({ valueOf: f }); } f();',
  'function f() { host.echo({ toJSON: f }); } f();',
  'function f({ a = f({}) }) {} f({});',
  '({ get a() { return this.a; } }).a;',
  'new Proxy({}, { get: (t, k, r) => r[k] }).x;',
];
