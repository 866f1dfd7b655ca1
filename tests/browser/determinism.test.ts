import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
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
  scenarios = await Promise.all(
    names
      .flat()
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => ({ name, text: await readFile(join(root, name), 'utf8') })),
  );
  app = await launchApp({ folder, locale: 'tr-TR' });
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
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

declare const replaying: { readonly replayLines: typeof replayLines };
