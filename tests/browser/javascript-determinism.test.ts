import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Input } from '../../src/engine/inputs.ts';
import { inputs } from '../engine/arbitrary.ts';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { replayWith, type Story } from '../support/browser/replay-javascript.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const wasm = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');

/** How many inputs: more by `npm run test:inputs`. */
const count = Number(process.env['REHEARSAL_INPUTS'] ?? 500);
const inOne = 25;

let app: LaunchedApp;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehearsal-javascript-'));
  await build({
    entryPoints: [join(root, 'tests/support/browser/replay-javascript.ts')],
    outfile: join(folder, 'replay.js'),
    bundle: true,
    format: 'iife',
    globalName: 'replaying',
    logLevel: 'warning',
  });
  await copyFile(wasm, join(folder, 'quickjs.wasm'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><script src="replay.js"></script>');
  app = await launchApp({ folder, locale: 'tr-TR' });
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** A bot that does something of everything, by what it hears. */
const bot = `
const chat = soApi.getChatAgent();
const { inputValues, stateValues } = context.eventData;
const id = Number(inputValues['chatMessage.sessionId'] ?? inputValues['chatSession.id']);
const text: string = inputValues['chatMessage.message'] ?? '';
console.log(inputValues, new Date(), new Date(2024, 6, 1).getTimezoneOffset(), Math.random(), 0.1 + 0.2, text.toUpperCase());
if (text === 'human') {
  await chat.addChatMessageAsync(id, { message: 'One moment.', whenPosted: new Date(Date.now() + 5000) });
  await chat.resetChatSessionAsync(id);
} else if (text === 'quit') {
  const session = await chat.getChatSessionEntityAsync(id);
  session.status = 'Finished';
  print(JSON.stringify(await chat.saveChatSessionEntityAsync(session)));
} else if (text === 'delivery time') {
  const answers = await Promise.allSettled(['a', 'b'].map(async (name) => (await fetch('https://example.com/' + name)).json()));
  await chat.addChatMessageAsync(id, { message: JSON.stringify(answers.map(({ status }) => status)), specialType: 'Options', specialParam: '["A","B"]' });
} else if (text === 'hi') {
  const rows = await soApi.getArchiveAgent().getArchiveListByColumns2Async('dynamic', 'chat_message.message,chat_message.when_posted', 'chat_message.id desc', '', '', 0, 3);
  await new Promise((done) => setTimeout(done, 1500));
  addChatMessage(id, rows.map((row) => row.columnData['chat_message.message'].displayValue).join(' | ') + [3, 1, 2].sort(), 1, 'Bot', 0, '');
  setUserIsTyping(id, true);
} else {
  print([...'Ångström ıİ'].map((one) => one.toLowerCase().normalize('NFD').length).join());
  null.fails;
}
`;

const channel = (id: number) => ({
  id,
  name: `Channel ${String(id)}`,
  members: [1, 2, 3].map((agent) => ({ agent, canRespond: true })),
  preChatForm: { enabled: id === 2 },
  bot: { enabled: id < 3, folder: 'Bot', name: 'Robot' },
});

const storyOf = (given: readonly Input[], index: number): Story => ({
  world: {
    startsAt: '2024-03-31T00:30:00Z',
    timeZone: 'Europe/Oslo',
    seed: index,
    agents: [1, 2, 3].map((id) => ({ id, name: `Agent ${String(id)}`, present: id < 3 })),
    channels: [1, 2, 3].map(channel),
    folders: [
      {
        id: 1,
        name: 'Bot',
        scripts: ['register', 'session created', 'session changed', 'message received'].map((name, at) => ({
          id: at + 1,
          name: `bot ${name}`,
          language: 'javascript' as const,
          source: name === 'message received' ? bot : 'console.log(context.eventData.inputValues);',
        })),
      },
    ],
    mocks: [
      {
        request: { method: 'GET', url: 'https://example.com/a' },
        responses: [{ body: '{"a":1}', delay: 700 }],
      },
    ],
  },
  inputs: [{ type: 'customer.connects', channel: 1 }, ...given],
});

it('random inputs to bots in JavaScript give the same bytes in Chromium and in Node', async () => {
  const many = fc.array(inputs, { minLength: inOne, maxLength: inOne });
  const stories = fc.sample(many, { numRuns: Math.ceil(count / inOne), seed: 20_260_302 }).map(storyOf);
  const page = await app.open();
  const session = await app.context.newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Kathmandu' });

  const there = await page.evaluate(async (given: string) => {
    const bytes = new Uint8Array(await (await fetch('quickjs.wasm')).arrayBuffer());
    return replaying.replayWith(bytes, JSON.parse(given) as Story[]);
  }, JSON.stringify(stories));

  const here = await replayWith(await readFile(wasm), stories);
  expect(there).toEqual(here);
  const events = here.flat();
  expect(events.filter((line) => line.includes('"script.finished"')).length).toBeGreaterThan(count / 10);
  expect(events.some((line) => line.includes('"http.called"') && line.includes('"mock"'))).toBe(true);
  expect(events.some((line) => line.includes('"script.failed"') && line.includes('TypeError'))).toBe(true);
});

declare const replaying: { readonly replayWith: typeof replayWith };
