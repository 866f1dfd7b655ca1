import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openingText } from '../../build/openings.ts';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { builtApp } from '../support/build-app.ts';
import { customer, isSaved } from '../support/browser/stage.ts';

/** Echoes, and hangs inside of its engine at one word. */
const source = `const { inputValues } = context.eventData;
const text: string = inputValues['chatMessage.message'];
if (text === 'hang') 'a'.repeat(4e6).indexOf('a'.repeat(2e6) + 'b');
await soApi.getChatAgent().addChatMessageAsync(Number(inputValues['chatMessage.sessionId']), {
  type: 'ToCustomer', message: 'TypeScript: ' + text, author: 'Echo',
});
`;

let folder: string;
let app: LaunchedApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehearsal-hung-'));
  await cp(builtApp, folder, { recursive: true });
  const scenario = JSON.parse(await readFile(join(builtApp, 'scenarios/first-visit.json'), 'utf8')) as {
    world: { folders: { scripts: { name: string }[] }[] };
  };
  for (const { scripts } of scenario.world.folders) {
    for (const script of scripts) {
      if (/message received$/.test(script.name)) Object.assign(script, { language: 'javascript', source });
    }
  }
  await writeFile(
    join(folder, 'openings/first-visit.json'),
    await openingText(JSON.stringify(scenario), folder),
  );
  app = await launchApp({ folder });
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

it('a bot in JavaScript answers under the policy of the page, and costs its worker when it hangs', async () => {
  const page = await app.open();
  await isSaved(page);
  // In a task of its own: what a test evaluates itself is let through.
  const refused = `new Promise((resolve) => setTimeout(() => {
    resolve([() => (0, eval)('1'), () => Function('return 1')()].map((attempt) => {
      try { return String(attempt()); } catch (error) { return error.name; }
    }));
  }))`;
  const guest = customer(page, 'Ada Berg');
  await guest.says('hello');
  await guest.sees('TypeScript: hello');

  expect(await page.evaluate(refused)).toEqual(['EvalError', 'EvalError']);
  expect(page.workers().length).toBeGreaterThan(0);
  for (const worker of page.workers())
    expect(await worker.evaluate(refused)).toEqual(['EvalError', 'EvalError']);

  await guest.says('hang');
  await page.getByTestId('left-out').getByText('message received').first().waitFor();
  await guest.says('still there?');
  await guest.sees('still there?');
});

it('the engine for JavaScript is a file of the app that is kept for use without a network', async () => {
  const names = await readdir(join(builtApp, 'assets'));
  const wasm = names.filter((name) => name.endsWith('.wasm'));

  expect(wasm).toHaveLength(1);
  expect(await readFile(join(builtApp, 'sw.js'), 'utf8')).toContain(wasm[0]);
});
