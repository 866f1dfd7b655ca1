import { spawn } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startExtension } from './start-extension.ts';

const scenarios = join(import.meta.dirname, '../../public/scenarios');

let started: Awaited<ReturnType<typeof startExtension>>;

type Item = {
  readonly id: string;
  readonly label: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly children: { readonly size: number; forEach: (act: (item: Item) => void) => void };
};
type Message = { readonly location: { readonly given: readonly [unknown, { readonly line: number }] } };
type Profile = {
  readonly name: string;
  readonly kind: number;
  readonly handler: (request: unknown, token: unknown) => Promise<void>;
};

const controller = () => {
  const [only] = started.seen.controllers;
  if (only === undefined) throw new Error('No tests were registered.');
  return only as unknown as {
    readonly items: { get: (id: string) => Item | undefined; forEach: (act: (item: Item) => void) => void };
    readonly profiles: readonly Profile[];
  };
};

const testNamed = (label: string): Item => {
  const found: Item[] = [];
  controller().items.forEach((item) => item.label === label && found.push(item));
  const [item] = found;
  if (item === undefined) throw new Error(`There is no test “${label}”.`);
  return item;
};

const testLabels = (): readonly string[] => {
  const labels: string[] = [];
  controller().items.forEach(({ label }) => labels.push(label));
  return labels.sort();
};

const stepsOf = ({ children }: Item): readonly Item[] => {
  const steps: Item[] = [];
  children.forEach((step) => steps.push(step));
  return steps;
};

const token = { isCancellationRequested: false, onCancellationRequested: () => undefined };

/** Runs tests by the profile of that name. @returns what was told of each. */
async function play(name: string, include?: readonly Item[]) {
  const profile = controller().profiles.find((one) => one.name === name);
  started.seen.results.length = 0;
  await profile?.handler({ include, exclude: [], profile }, token);
  return started.seen.results;
}

/** The echo bot, of which something is expected that it does not say. */
const failing = readFileSync(join(scenarios, 'echobot-bot-first.json'), 'utf8')
  .replace('"Echobot: bot first"', '"Failing"')
  .replace('"text": "Echo: hi"', '"text": "Echo: hello"');

beforeAll(async () => {
  started = await startExtension();
  const { write, path } = started;
  write('bots/hello.crmscript', 'print(nobody);\n');
  write('tests/failing.json', failing);
  write('tests/settings.json', '{ "format": "something else" }');
  cpSync(join(scenarios, 'echobot-bot-first.json'), path('tests/echobot.rehearsal.json'));
  await started.activate();
  // They are looked for beside all else.
  await vi.waitUntil(() => testLabels().length === 2, { timeout: 60_000 });
}, 120_000);

afterAll(() => started.stop());

describe('the extension for VS Code, with the servers that it brings', () => {
  it('has the language server check a script that is opened', async () => {
    const { seen, open, path } = started;

    open(path('bots/hello.crmscript'), 'crmscript');

    await expect
      .poll(() => [...seen.diagnostics.values()].flat().map(({ message }) => message), { timeout: 30_000 })
      .toEqual(['There is no variable "nobody".']);
    expect(seen.errors).toEqual([]);
  });

  it('has one language server and one watch over scripts, however often settings change while one starts', async () => {
    const { seen } = started;
    const restart = () => seen.commands.get('rehearsal.restartServer')?.();
    const before = [...seen.open];
    expect(before).toContain('Rehearsal');

    await Promise.all([restart(), restart(), restart()]);

    // The server asks for some of what is watched once it runs.
    await expect.poll(() => seen.open.toSorted(), { timeout: 10_000 }).toEqual(before.toSorted());
    expect(seen.errors).toEqual([]);
  });

  it('finds scenarios by what they say of themselves, with a test for each step that expects something', () => {
    expect(testLabels()).toEqual(['Echobot: bot first', 'Failing']);
    const steps = stepsOf(testNamed('Failing'));
    expect(steps).toHaveLength(10);
    expect(steps[1]?.label).toBe('step 2: customer.writes “hi”');
    const line = steps[1]?.range.start.line ?? 0;
    expect(
      failing
        .split('\n')
        .slice(line, line + 4)
        .join(''),
    ).toMatch(/^\s*\{\s*"at": "\+10s"/);
  });

  it('tells which steps hold, and at which line of the file one does not', async () => {
    const item = testNamed('Failing');

    const results = await play('Replay');

    const own = results.filter(({ id }) => id.startsWith(item.id));
    const kinds = new Map(own.map(({ kind, id }) => [id.slice(item.id.length), kind]));
    expect([kinds.get(''), kinds.get('#1'), kinds.get('#2'), kinds.get('#3')]).toEqual([
      'failed',
      'passed',
      'failed',
      'passed',
    ]);
    const messages = own.find(({ id }) => id.endsWith('#2'))?.messages as readonly Message[];
    expect(messages).toEqual([
      expect.objectContaining({
        expectedOutput: 'message.saved with text "Echo: hello", author "Eko"',
        actualOutput: expect.stringContaining('its text is "Echo: hi"') as string,
      }),
    ]);
    const line = messages[0]?.location.given[1].line ?? 0;
    expect(
      failing
        .split('\n')
        .slice(line, line + 4)
        .join(''),
    ).toContain('Echo: hello');
    const others = results.filter(({ id }) => !id.startsWith(item.id));
    expect(new Set(others.map(({ kind }) => kind))).toEqual(new Set(['passed']));
  });

  it('runs one step where one is asked for, and says nothing of the others', async () => {
    const [first] = stepsOf(testNamed('Failing'));

    const results = await play('Replay', first && [first]);

    expect(results.map(({ kind, id }) => [kind, id])).toEqual([['passed', first?.id]]);
  });

  it('shows coverage of scripts', async () => {
    await play('Replay with Coverage', [testNamed('Echobot: bot first')]);

    const covered = started.seen.coverage.map(({ given }) => String(given[0]));
    expect(covered.length).toBeGreaterThan(0);
    expect(covered.every((uri) => uri.endsWith('.crmscript'))).toBe(true);
  });

  it('plays again at a save, as long as that is asked for', async () => {
    const { seen, write, save, path } = started;
    const item = testNamed('Failing');
    const profile = controller().profiles.find(({ name }) => name === 'Replay');
    const ends: (() => void)[] = [];
    const until = {
      isCancellationRequested: false,
      onCancellationRequested: (end: () => void) => ends.push(end),
    };
    const verdicts = () => seen.results.filter(({ id }) => id === item.id).map(({ kind }) => kind);
    seen.results.length = 0;

    await profile?.handler({ include: [item], exclude: [], profile, continuous: true }, until);
    write('tests/failing.json', failing.replace('"text": "Echo: hello"', '"text": "Echo: hi"'));
    save(path('tests/failing.json'));

    await expect.poll(verdicts, { timeout: 30_000 }).toEqual(['failed', 'passed']);
    for (const end of ends) end();
  });

  it('says what is wrong where a scenario cannot be played', async () => {
    const { write, path, open } = started;
    write(
      'tests/echobot.rehearsal.json',
      failing.replace('"Failing"', '"Echobot: bot first"').replace('"startsAt"', '"startAt"'),
    );
    open(path('tests/echobot.rehearsal.json'), 'json');

    const results = await play('Replay', [testNamed('Echobot: bot first')]);

    const messages = results.map(({ kind, messages: said }) => [kind, (said as { message: string }).message]);
    expect(new Set(messages.map(([kind]) => kind))).toEqual(new Set(['errored']));
    expect(messages[0]?.[1]).toContain('is not a scenario that can be played');
  });

  it('launches a script, with and without the debugger', async () => {
    const { seen, path } = started;
    const uri = new URL(`file://${encodeURI(path('bots/hello.crmscript'))}`).href;

    await seen.commands.get('rehearsal.run')?.({ uri });
    await seen.commands.get('rehearsal.debug')?.({ uri });

    const config = {
      type: 'rehearsal',
      request: 'launch',
      name: join('bots', 'hello.crmscript'),
      script: path('bots/hello.crmscript'),
      include: [],
    };
    expect(seen.launched).toEqual([
      { config, options: { noDebug: true } },
      { config, options: { noDebug: false } },
    ]);
  });

  it('starts the debug adapter in the folder of the workspace', async () => {
    const { seen, path } = started;
    const factory = seen.debuggers.get('rehearsal');
    const workspaceFolder = { uri: { fsPath: path('.') } };
    const { given } = factory?.createDebugAdapterDescriptor({ workspaceFolder }) ?? { given: [] };
    const [command, args, { env, cwd }] = given as [string, string[], { env: object; cwd: string }];

    const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
    const text = '{"seq":1,"type":"request","command":"initialize","arguments":{"adapterID":"rehearsal"}}';
    child.stdin.write(`Content-Length: ${String(text.length)}\r\n\r\n${text}`);
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (more: string) => (said += more));

    await expect.poll(() => said, { timeout: 30_000 }).toContain('"supportsStepBack":true');
    child.kill();
    expect(cwd).toBe(path('.'));
  });

  it('opens the page with the bot of a folder in the link', async () => {
    const { seen, write, path } = started;
    write('bots/Eko/eko register.crmscript', '// Registers.\n');
    write(
      'bots/Eko/eko session created.crmscript',
      'addChatMessage(getEventData().getInputValue("session.id").toInteger(), "Hello", 1, "Eko", 1, "");\n',
    );
    seen.settings.set('rehearsal.page', 'http://localhost:7342/app/#/stage');

    await seen.commands.get('rehearsal.rehearse')?.({
      uri: new URL(`file://${encodeURI(path('bots/Eko'))}`).href,
    });

    expect(seen.errors).toEqual([]);
    expect(seen.opened).toEqual([expect.stringMatching(/^http:\/\/localhost:7342\/app\/#.{100}/)]);
  });
});
