import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingText } from '../../build/openings.ts';
import { builtApp } from '../support/build-app.ts';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import type { ScriptFile } from '../../src/engine/definition.ts';
import { partsOf, toldPrograms } from '../crmscript/program-files.ts';
import { replayLines } from '../support/browser/replay-lines.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['public/scenarios', 'tests/acceptance'];

let app: LaunchedApp;
let folder: string;
let scenarios: { readonly name: string; readonly text: string }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehearsal-replay-'));
  await build({
    entryPoints: [join(root, 'tests/support/browser/replay-lines.ts')],
    outfile: join(folder, 'replay.js'),
    bundle: true,
    format: 'iife',
    globalName: 'replaying',
    logLevel: 'warning',
  });
  await writeFile(join(folder, 'index.html'), '<!doctype html><script src="replay.js"></script>');
  const names = await Promise.all(
    folders.map(async (one) => (await readdir(join(root, one))).map((name) => join(one, name))),
  );
  const all = await Promise.all(
    names
      .flat()
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => ({ name, text: await readFile(join(root, name), 'utf8') })),
  );
  // The page that replays has no engine for scripts in JavaScript; those of the app are told below.
  scenarios = all.filter(({ text }) => !text.includes('"language": "javascript"'));
  await writeFile(
    join(folder, 'worker.js'),
    'importScripts("replay.js"); onmessage = ({ data }) => postMessage(data.map((text) => replaying.replayLines(text)));',
  );
  app = await launchApp({ folder, locale: 'tr-TR' });
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

it('the app ships each sample with the events that the engine gives for it', async () => {
  const samples = await readdir(join(builtApp, 'scenarios'));

  for (const sample of samples) {
    const scenario = await readFile(join(builtApp, 'scenarios', sample), 'utf8');
    const shipped = await readFile(join(builtApp, 'openings', sample), 'utf8');
    expect(shipped, sample).toBe(await openingText(scenario, builtApp));
  }
});

describe('a replay', () => {
  it('gives in Chromium the bytes that it gives in Node, in another language and time zone', async () => {
    const page = await app.open();
    const session = await app.context.newCDPSession(page);
    await session.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Kathmandu' });

    const there = await page.evaluate(
      (texts) => texts.map((text) => replaying.replayLines(text)),
      scenarios.map(({ text }) => text),
    );

    expect(await page.evaluate(() => new Date(0).getTimezoneOffset())).toBe(-330);
    for (const [index, { name, text }] of scenarios.entries()) {
      const here = replayLines(text);
      expect(here.length, name).toBeGreaterThan(0);
      expect(there[index], name).toEqual(here);
    }
    expect(scenarios.length).toBeGreaterThan(80);
  });
});

/** A workspace in which one script is run by hand; the others are there to be included. */
const runByHand = (source: string, others: readonly ScriptFile[] = []): string =>
  JSON.stringify({
    format: 'rehearsal-scenario',
    version: 1,
    name: 'One script',
    world: {
      startsAt: '2024-03-31T00:30:00Z',
      timeZone: 'Europe/Oslo',
      folders: [{ name: 'Scripts', scripts: [{ id: 1, name: 'main', source }, ...others] }],
    },
    steps: [{ input: { type: 'admin.runsScript', script: 1 } }],
  });

/** The lines of each scenario, played in a dedicated worker: its stack is smaller than that of a page. */
async function inWorker(texts: readonly string[]): Promise<readonly (readonly string[])[]> {
  const page = await app.open();
  return page.evaluate(
    (given) =>
      new Promise<readonly (readonly string[])[]>((resolve, reject) => {
        const worker = new Worker('worker.js');
        worker.onmessage = ({ data }) => {
          resolve(data as readonly (readonly string[])[]);
        };
        worker.onerror = ({ message }) => {
          reject(new Error(message));
        };
        worker.postMessage(given);
      }),
    texts,
  );
}

describe('a script', () => {
  it('gives in a worker of Chromium the bytes that it gives in Node: every program of the language', async () => {
    const names = [...toldPrograms.keys()];
    const texts = names.map((name) =>
      runByHand(
        toldPrograms.get(name) ?? '',
        partsOf(name).map((part, index) => ({ id: index + 2, ...part })),
      ),
    );

    const there = await inWorker(texts);

    for (const [index, name] of names.entries())
      expect(there[index], name).toEqual(replayLines(texts[index] ?? ''));
    expect(names.length).toBeGreaterThan(300);
  });

  it.each([
    ['a function', 'Integer f(Integer n) { return f(n + 1); }'],
    ['an expression', 'Integer f(Integer n) { return 1 + (2 * (f(n + 1) + 3)); }'],
    [
      'blocks',
      'Integer f(Integer n) { if (n >= 0) { while (true) { for (;true;) { return f(n + 1); } } } return 0; }',
    ],
    [
      'foreach',
      'Integer f(Integer n) { Integer[3] a; foreach (Integer x in a) { return f(n + 1); } return 0; }',
    ],
    ['try', 'Integer f(Integer n) { try { return f(n + 1); } catch { throw error; } return 0; }'],
    ['catch', 'Integer f(Integer n) { try { throw "x"; } catch { return f(n + 1); } return 0; }'],
    [
      'a method',
      'struct S { Integer f(Integer n) { return this.f(n + 1); } }; Integer f(Integer n) { S s; return s.f(n); }',
    ],
    [
      'the hook of sort',
      'struct S { Integer n; Bool compare(S other) { S[2] a; a.sort(); return true; } }; Integer f(Integer n) { S[2] a; a.sort(); return 0; }',
    ],
    [
      'the hook toString',
      'struct S { String toString() { S[1] a; return a.buildString(","); } }; Integer f(Integer n) { S s; printLine(s.toString()); return 0; }',
    ],
    [
      'executeScript',
      `Integer f(Integer n) {
        String s = 'Map m; m.insert("s", getVariable("s")); printLine(executeScript(getVariable("s"), m));';
        Map m; m.insert("s", s); printLine(executeScript(s, m)); return 0;
      }`,
    ],
  ])('that calls itself without end through %s ends at the same call there', async (_, source) => {
    const text = runByHand(`${source}\nprintLine(f(0).toString());`);

    const [there = []] = await inWorker([text]);

    expect(there).toEqual(replayLines(text));
    expect(there.at(-1)).toMatch(/"script\.failed".*"kind":"(CallDepthLimit|NestingTooDeep|CompileError)"/);
  });
});

declare const replaying: { readonly replayLines: typeof replayLines };
