import { describe, expect, it } from 'vitest';
import type { CopiesState, CopyFolder } from '../../../src/protocol/copies-api.ts';
import type { Log } from '../../../src/storage/log.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { fromFile, Machine, presence, type Tab } from '../../support/in-process-worker.ts';
import { settle } from '../../support/fake-time.ts';

type File = { text: string; lastModified: number };

/** A folder of the disk: what is written is there when the stream is closed. */
class FakeFolder implements CopyFolder {
  readonly name = 'Rehearsal';
  readonly files = new Map<string, File>();
  permission: 'granted' | 'prompt' = 'granted';
  isFull = false;
  /** The name of a file that cannot be written. */
  refuses = '';
  #now = 0;

  isSameEntry = (other: CopyFolder) => Promise.resolve(other === this);

  queryPermission = () => Promise.resolve(this.permission);

  put(name: string, text: string): void {
    this.files.set(name, { text, lastModified: ++this.#now });
  }

  getFileHandle = (name: string, { create = false } = {}) => {
    if (create && name === this.refuses) return Promise.reject(new Error('This name is not allowed.'));
    if (!create && !this.files.has(name))
      return Promise.reject(new DOMException('There is no such file.', 'NotFoundError'));
    return Promise.resolve({
      getFile: () => {
        const { text, lastModified } = this.files.get(name) ?? { text: '', lastModified: 0 };
        return Promise.resolve({ size: text.length, lastModified });
      },
      createWritable: () => {
        let text = '';
        return Promise.resolve({
          write: (more: string) => {
            if (this.isFull) return Promise.reject(new Error('The disk is full.'));
            text += more;
            return Promise.resolve();
          },
          close: () => {
            this.put(name, text);
            return Promise.resolve();
          },
          abort: () => Promise.resolve(),
        });
      },
    });
  };

  get steps(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      [...this.files].map(([name, { text }]) => {
        const parsed = parseScenario(text);
        return [name, parsed.ok ? parsed.scenario.steps.length : -1];
      }),
    );
  }
}

const file = 'First visit-first-visit.rehearsal.json';
const told = (tab: Tab): CopiesState | undefined =>
  tab.heard.flatMap((publication) => (publication.type === 'copies' ? [publication.copies] : [])).at(-1);

const quietMinute = async (machine: Machine) => {
  await machine.time.pass(61_000);
  for (let round = 0; round < 20; round++) await settle();
};

describe('copies in a folder', () => {
  it('are written at once, and again after each quiet minute in which something came', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    const folder = new FakeFolder();

    expect(await tab.service.copies()).toEqual({ kind: 'off' });
    expect(await tab.service.keepCopies(folder)).toMatchObject({
      kind: 'on',
      folder: 'Rehearsal',
      problem: null,
    });
    expect(folder.steps).toEqual({ [file]: 2 });
    await tab.dispatch('a', presence(1, true));
    await machine.time.pass(50_000);
    expect(folder.steps).toEqual({ [file]: 2 });
    await quietMinute(machine);

    expect(folder.steps).toEqual({ [file]: 3 });
    expect(told(tab)).toMatchObject({ kind: 'on', problem: null, changed: [] });
    const { lastModified } = folder.files.get(file) ?? { lastModified: 0 };
    await quietMinute(machine);
    expect(folder.files.get(file)?.lastModified).toBe(lastModified);
  });

  it('never take the place of a file that somebody else has changed or put there', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    const folder = new FakeFolder();
    folder.put(file, 'of somebody else');
    await tab.service.keepCopies(folder);
    const second = file.replace('.rehearsal', ' (2).rehearsal');
    expect(folder.steps).toEqual({ [file]: -1, [second]: 2 });

    folder.put(second, 'changed by hand');
    await tab.dispatch('a', presence(1, true));
    await quietMinute(machine);

    expect(folder.files.get(file)?.text).toBe('of somebody else');
    expect(folder.files.get(second)?.text).toBe('changed by hand');
    expect(folder.steps[file.replace('.rehearsal', ' (3).rehearsal')]).toBe(3);
    expect(told(tab)).toMatchObject({ changed: [file, second] });
  });

  it('are written by whichever tab has something to copy, and neither takes the other for somebody else', async () => {
    const machine = new Machine();
    let kept: unknown;
    // The folder of a real browser can be kept in its database, this one cannot.
    const wrapLog = (log: Log): Log =>
      new Proxy(log, {
        get: (of, name) => {
          if (name === 'kept') return () => Promise.resolve(kept);
          if (name === 'keep')
            return (_: string, value: unknown) => Promise.resolve((kept = value)).then(() => {});
          const found: unknown = Reflect.get(of, name);
          return typeof found === 'function' ? (found.bind(of) as unknown) : found;
        },
      });
    const one = await machine.tab({ wrapLog });
    const folder = new FakeFolder();
    await one.service.createPlayed(fromFile, 'mine');
    await one.service.keepCopies(folder);
    const two = await machine.tab({ wrapLog });
    await two.open('mine');

    for (const [round, tab] of [one, two, one, two].entries()) {
      await tab.dispatch(String(round), presence(1, round % 2 === 0));
      await quietMinute(machine);
    }

    expect(told(one)).toMatchObject({ problem: null, changed: [] });
    expect(told(two)).toMatchObject({ problem: null, changed: [] });
    expect(folder.steps).toEqual({ [file]: 4, [`${fromFile.name}-mine.rehearsal.json`]: 2 });
  });

  it('begin anew in another folder of the same name, and where somebody has taken one away', async () => {
    const tab = await new Machine().tab();
    const [first, second] = [new FakeFolder(), new FakeFolder()];
    await tab.service.keepCopies(first);

    await tab.service.keepCopies(second);
    expect(second.steps).toEqual({ [file]: 2 });
    second.files.clear();
    await tab.service.keepCopies(second);

    expect(second.steps).toEqual({ [file]: 2 });
  });

  it('are written of all others when one of them cannot be', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    const folder = new FakeFolder();
    for (const id of ['one', 'two']) await tab.service.createPlayed({ ...fromFile, name: id }, id);
    folder.refuses = 'two-two.rehearsal.json';

    const state = await tab.service.keepCopies(folder);

    expect(state).toMatchObject({ problem: { code: 'no-copy', params: { name: 'two' } }, last: null });
    expect(Object.keys(folder.steps).toSorted()).toEqual([file, 'one-one.rehearsal.json']);
  });

  it('say since when there is none and why, and go on once they can', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    const folder = new FakeFolder();
    await tab.service.keepCopies(folder);
    folder.isFull = true;
    await tab.dispatch('a', presence(1, true));
    await quietMinute(machine);
    expect(told(tab)).toMatchObject({
      kind: 'on',
      problem: { code: 'no-copy', params: { name: 'First visit', error: 'The disk is full.' } },
    });
    expect(folder.steps).toEqual({ [file]: 2 });

    folder.isFull = false;
    await tab.dispatch('b', presence(2, true));
    await quietMinute(machine);

    expect(folder.steps).toEqual({ [file]: 4 });
    expect(told(tab)).toMatchObject({ problem: null });
  });

  it('wait for permission when the browser wants to be asked again, and stop when nobody wants them', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    const folder = new FakeFolder();
    folder.permission = 'prompt';

    expect(await tab.service.keepCopies(folder)).toMatchObject({ kind: 'asks', last: null });
    expect(folder.steps).toEqual({});
    folder.permission = 'granted';
    expect(await tab.service.keepCopies(folder)).toMatchObject({ kind: 'on' });
    expect(await tab.service.keepCopies(null)).toEqual({ kind: 'off' });
    await tab.dispatch('a', presence(1, true));
    await quietMinute(machine);

    expect(folder.steps).toEqual({ [file]: 2 });
  });
});

describe('erasing everything', () => {
  it('stops all tabs first, and nothing is written any more', async () => {
    const machine = new Machine();
    const open = { count: 0 };
    const wrapLog: NonNullable<Parameters<typeof machine.tab>[0]>['wrapLog'] = (log) => {
      open.count++;
      const close = log.close.bind(log);
      log.close = async () => {
        open.count--;
        await close();
      };
      return log;
    };
    let openWhenErased = -1;
    const eraseStorage = async () => {
      await settle();
      openWhenErased = open.count;
      return [];
    };
    const first = await machine.tab({ wrapLog, ports: { eraseStorage } });
    const second = await machine.tab({ wrapLog });

    expect(await first.service.erase()).toEqual({ left: [] });

    expect(openWhenErased).toBe(0);
    expect(second.heard).toContainEqual({ type: 'erased' });
    expect(await second.service.saveDraft(second.workspace, 'a', 'x')).toBe(false);
    expect(await first.service.open(null)).toMatchObject({ problem: { code: 'E-DB-GONE' } });
    expect(open.count).toBe(0);
  });
});
