import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/crmscript/diagnostic.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { World } from '../../src/engine/world.ts';
import type { HelpApi } from '../../src/protocol/help-api.ts';
import { createTooMuch } from '../../src/ui/help/too-much.ts';
import { createHelpClient, type HelpClient } from '../../src/ui/help-client.ts';
import { FakeTime, settle, until } from '../support/fake-time.ts';

const slow = 'while (slow) {}';
const folder = (source: string) => ({
  id: 1,
  name: 'Bot',
  scripts: [
    { id: 1, name: 'lib', source: slow },
    { id: 2, name: 'other', source },
  ],
});
const startsAt = '2026-01-05T08:00:00Z';
const worldWith = (source: string): World => createWorld({ startsAt, folders: [folder(source)] });

/** Workers that answer with what they were asked; they hang on the slow text, and on what takes it in. */
class Workers {
  readonly time = new FakeTime();
  /** What each worker was asked, and what it was told of the world. */
  readonly asked: string[][] = [];
  readonly told: string[][] = [];
  hangsOn = (source: string): boolean => source.includes('slow') || source.includes('#include "lib"');
  readonly #ports: MessagePort[] = [];

  readonly start = () => {
    const { port1, port2 } = new MessageChannel();
    this.#ports.push(port1, port2);
    const asked: string[] = [];
    const told: string[] = [];
    this.asked.push(asked);
    this.told.push(told);
    let hangs = false;
    const answer = async <T>(source: string, value: T): Promise<T> => {
      asked.push(source);
      hangs ||= this.hangsOn(source);
      return hangs ? new Promise<T>(() => undefined) : Promise.resolve(value);
    };
    const span = { file: 'f', start: 0, end: 0, line: 1, column: 1 };
    const said = (message: string): Diagnostic => ({ severity: 'error', code: 'said', message, span });
    const api: HelpApi = {
      connect: () => Promise.resolve(),
      know: (parts) => {
        told.push(Object.keys(parts).join(' '));
        return Promise.resolve();
      },
      check: (source) =>
        source === 'throws' ? Promise.reject(new Error('a bug')) : answer(source, [said(source)]),
      assist: ({ source }) => answer(source, null),
      format: (source) => answer(source, { kind: 'edits', edits: [] }),
      look: ({ source }) => answer(source, null),
      placeBreakpoints: ({ source }, lines) => answer(source, lines),
      checkBreakpoint: ({ source }) =>
        answer(source, { condition: null, hitCondition: null, logMessage: null }),
      ping: () => (hangs ? new Promise(() => undefined) : Promise.resolve()),
    };
    expose(api, port2);
    return Promise.resolve({ endpoint: port1, onFailure: () => undefined, terminate: () => undefined });
  };

  close(): void {
    for (const port of this.#ports) port.close();
  }
}

/** What a browser keeps of a page. */
function keeper() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

let workers: Workers;
let kept: ReturnType<typeof keeper>;
let world: World;
let client: HelpClient;

/** A page with the same browser behind it. */
const load = (): HelpClient => {
  client = createHelpClient({
    startWorker: workers.start,
    world: () => world,
    tooMuch: createTooMuch(kept),
    base: 'https://rehearsal.test/',
    after: workers.time.after,
    monotonic: () => workers.time.now,
  });
  return client;
};
/** Checks a source that the worker hangs on, and waits until that was noticed. */
async function checkHanging(source: string, place = 'editor'): Promise<readonly string[] | null> {
  const found = client.check(place, source, 'f', 'crmscript');
  await until(() => workers.asked.at(-1)?.at(-1) === source);
  await workers.time.pass(8000);
  return codes(await found);
}
const messages = (found: readonly Diagnostic[] | null) => found?.map(({ message }) => message) ?? null;
const codes = (found: readonly Diagnostic[] | null) => found?.map(({ code }) => code) ?? null;

beforeEach(() => {
  workers = new Workers();
  kept = keeper();
  world = worldWith('fine');
  load();
});

afterEach(() => {
  client.stop();
  workers.close();
});

describe('the worker that helps to write scripts', () => {
  it('is started by the first question, and no sooner', async () => {
    await settle();
    const before = workers.asked.length;

    expect(messages(await client.check('editor', 'Integer a;', 'f', 'crmscript'))).toEqual(['Integer a;']);
    expect([before, workers.asked.length]).toEqual([0, 1]);
  });

  it('is told the whole world once, and then what became another', async () => {
    await client.check('editor', 'a', 'f', 'crmscript');
    await client.check('editor', 'ab', 'f', 'crmscript');
    world = { ...world, folders: worldWith('another').folders };
    await client.check('editor', 'abc', 'f', 'crmscript');

    const [told = []] = workers.told;
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('tables');
    expect(told[1]).toBe('folders');
  });

  it('is asked the latest of what one place asks; what was not asked yet is dropped', async () => {
    const answers = await Promise.all(
      ['a', 'ab', 'abc'].map((source) => client.check('editor', source, 'f', 'crmscript').then(messages)),
    );

    expect(answers).toEqual([null, null, ['abc']]);
    expect(workers.asked).toEqual([['abc']]);
  });

  it('says of what was asked about a script why it has no answer', async () => {
    const look = (source: string) =>
      client.look({ kind: 'references', offset: 0, script: 2, source, written: [] });
    const answers = Promise.all(['a', 'ab'].map(look));
    const [first, second] = await answers;
    const hung = look(slow);
    await until(() => workers.asked.at(-1)?.at(-1) === slow);
    await workers.time.pass(8000);

    expect([first, second]).toEqual([{ kind: 'unanswered', why: 'superseded' }, null]);
    expect([await hung, await look(slow)]).toEqual([
      { kind: 'unanswered', why: 'tooMuch' },
      { kind: 'unanswered', why: 'tooMuch' },
    ]);
    client.stop();
    expect(await look('abc')).toEqual({ kind: 'unanswered', why: 'noWorker' });
  });

  it('is replaced when it hangs; the text is remembered, and what waited behind it is answered', async () => {
    const hung = client.check('editor', slow, 'f', 'crmscript');
    await until(() => workers.asked.flat().length === 1);
    const waiting = client.check('list', 'fine', 'f', 'crmscript');
    await workers.time.pass(8000);

    expect(codes(await hung)).toEqual(['not-checked']);
    expect(messages(await waiting)).toEqual(['fine']);
    expect(workers.asked).toEqual([[slow], ['fine']]);
  });

  it('is not asked about a text that it hung on: from no place, and not after a reload', async () => {
    const first = client.check('editor', slow, 'f', 'crmscript');
    await until(() => workers.asked.flat().length === 1);
    const again = client.check('list', slow, 'f', 'crmscript');
    await workers.time.pass(8000);
    const found = [await first, await again];
    client.stop();
    load();
    found.push(await client.check('editor', slow, 'f', 'crmscript'));
    const help = await client.assist({ kind: 'completions', script: 2, source: slow, offset: 3 });

    expect(found.map(codes).slice(0, 3)).toEqual([['not-checked'], ['not-checked'], ['not-checked']]);
    expect(help).toBeNull();
    expect(workers.asked.flat()).toEqual([slow]);
  });

  it('is asked again when the text changes, or what it takes in does', async () => {
    const source = '#include "lib";';
    expect(await checkHanging(source)).toEqual(['not-checked']);

    workers.hangsOn = () => false;
    expect(messages(await client.check('editor', `${source}\nInteger a;`, 'f', 'crmscript'))).toHaveLength(1);
    expect(codes(await client.check('editor', source, 'f', 'crmscript'))).toEqual(['not-checked']);
    const [old] = world.folders;
    const scripts = old?.scripts.map((one) => (one.id === 1 ? { ...one, source: 'quick' } : one)) ?? [];
    world = { ...world, folders: old === undefined ? [] : [{ ...old, scripts }] };
    expect(messages(await client.check('editor', source, 'f', 'crmscript'))).toEqual([source]);
  });

  it('is spared what takes in a text that it hung on', async () => {
    await checkHanging(slow, 'list');

    expect(codes(await client.check('list', '#include "lib";', 'f', 'crmscript'))).toEqual(['not-checked']);
    expect(workers.asked.flat()).toEqual([slow]);
  });

  it('is asked all the same when somebody insists', async () => {
    await checkHanging(slow);

    workers.hangsOn = () => false;
    client.insist(slow);

    expect(messages(await client.check('editor', slow, 'f', 'crmscript'))).toEqual([slow]);
  });

  it('is given up when it hangs again and again, until somebody insists', async () => {
    for (const source of ['slow 1', 'slow 2', 'slow 3', 'slow 4']) {
      expect(await checkHanging(source)).toEqual(['not-checked']);
    }

    expect(codes(await client.check('editor', 'fine', 'f', 'crmscript'))).toEqual(['not-checked']);
    expect(workers.asked).toHaveLength(4);
    client.insist('fine');
    expect(messages(await client.check('editor', 'fine', 'f', 'crmscript'))).toEqual(['fine']);
  });

  it('goes on after a check that failed, which says so', async () => {
    expect(codes(await client.check('editor', 'throws', 'f', 'crmscript'))).toEqual(['not-checked']);
    expect(messages(await client.check('editor', 'fine', 'f', 'crmscript'))).toEqual(['fine']);
    expect(workers.asked).toHaveLength(1);
  });
});
