import { describe, expect, it } from 'vitest';
import type { Breakpoint } from '../../src/protocol/debug-api.ts';
import type { Log } from '../../src/storage/log.ts';
import { FakeLocks } from '../support/fake-tabs.ts';
import { settle, until } from '../support/fake-time.ts';
import { withClaim, writeFailure } from '../support/faulty-storage.ts';
import { Machine, presence, type MachineOptions, type Tab } from '../support/in-process-worker.ts';
import { JournaledMachine } from '../support/journaled-machine.ts';

/* A workspace is shown as it was read, and claimed meanwhile. */

const writes = (tab: Tab) =>
  tab.heard.some((publication) => publication.type === 'tabs' && publication.tabs.writes);

/** A tab of a workspace that was opened before; nobody claims it until `go` is called. */
async function held(machine: Machine, ports: MachineOptions['ports'] = {}) {
  await (await machine.tab()).service.close();
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const wrapLog = (log: Log) =>
    withClaim(log, async (claim) => {
      await gate;
      return claim();
    });
  const tab = await machine.tab({ wrapLog, ports });
  return { tab, go };
}

/** A tab that shows a workspace which was opened before, and has not drawn it yet. */
async function justShown() {
  const machine = new Machine();
  await (await machine.tab()).service.close();
  const shown = machine.started();
  await shown.connect(null, 'shows');
  return { machine, shown };
}

/** A journal that has two steps more than the database, as after a crash. */
async function crashed() {
  const machine = new JournaledMachine();
  const first = await machine.tab();
  await first.dispatch('a', presence(1, false));
  await first.dispatch('b', presence(1, true));
  machine.folder.letGo();
  machine.time.forget();
  return { machine, ports: { locks: new FakeLocks(), openChannel: null } };
}

describe('a workspace that this tab is to write', () => {
  it('is shown before it is claimed; what is sent meanwhile is written once it is', async () => {
    const { tab, go } = await held(new Machine());
    expect(tab.opened.world).toBeDefined();
    expect(writes(tab)).toBe(false);

    const sent = tab.dispatch('a', presence(1, true));
    await settle();
    go();

    expect(await sent).toEqual({ kind: 'committed', seq: 4 });
    expect(writes(tab)).toBe(true);
    expect(await tab.log()).toHaveLength(4);
  });

  it('is claimed as soon as another tab has something done in it', async () => {
    const { machine, shown } = await justShown();
    const other = await machine.tab();
    expect(writes(shown)).toBe(false);

    expect(await other.dispatch('a', presence(1, true))).toEqual({ kind: 'committed', seq: 4 });

    expect(writes(shown)).toBe(true);
    expect(writes(other)).toBe(false);
  });

  it('is claimed within a second where nobody asks for anything, and let go of where it was not', async () => {
    const machine = new Machine();
    await (await machine.tab()).service.close();
    const closed = machine.started();
    await closed.connect(null, 'shows');
    await closed.service.close();
    const shown = machine.started();
    await shown.connect(null, 'shows');
    expect(writes(shown)).toBe(false);

    await machine.time.pass(1000);

    expect(writes(shown)).toBe(true);
  });

  it('follows another tab that has taken its lock away before it claimed anything', async () => {
    const { machine, shown } = await justShown();
    const robber = await machine.locks.steal(`rehearsal writes ${shown.workspace}`);

    await machine.time.pass(3000);
    expect(writes(shown)).toBe(false);
    robber.release();
    await settle();

    expect(writes(shown)).toBe(true);
  });

  it('is not taken away from itself while it is claimed, where no other tab can be asked', async () => {
    const machine = new Machine();
    const { tab, go } = await held(machine, { openChannel: null });

    const sent = tab.dispatch('a', presence(1, true));
    await machine.time.pass(6000);
    go();

    expect(await sent).toMatchObject({ kind: 'committed' });
    expect(writes(tab)).toBe(true);
  });

  it('is told to be in trouble where it cannot be claimed, and is written as soon as it can', async () => {
    const machine = new Machine();
    await (await machine.tab()).service.close();
    let isBroken = true;
    const wrapLog = (log: Log) =>
      withClaim(log, (claim) => (isBroken ? Promise.reject(writeFailure()) : claim()));
    const tab = await machine.tab({ wrapLog });
    const sent = tab.dispatch('a', presence(1, true));
    await settle();
    const told = () => tab.heard.findLast((publication) => publication.type === 'storage');
    expect(told()).toMatchObject({ storage: { problem: { code: 'E-DB-WRITE' } } });

    isBroken = false;
    await machine.time.pass(6000);

    expect(await sent).toMatchObject({ kind: 'committed' });
    expect(told()).toMatchObject({ storage: { problem: null } });
  });

  it('shows what only its journal had, once it is claimed', async () => {
    const { machine, ports } = await crashed();

    const tab = await machine.tab({ ports });
    await until(() => tab.events.length === 2);

    expect(tab.opened.events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(tab.events.map(({ seq }) => seq)).toEqual([4, 5]);
    expect(await tab.log()).toHaveLength(5);
  });

  it('is copied with what only its journal had, also before it is claimed', async () => {
    const { machine, ports } = await crashed();
    const tab = machine.started({ ports });
    await tab.connect(null, 'shows');

    await tab.service.copy(tab.workspace, { began: 'copy', name: 'Other' }, 'other');

    expect(await tab.service.events('other', 1, 100)).toHaveLength(5);
  });

  it('says that it cannot be written where what was read is damaged and the claim fails', async () => {
    const machine = new Machine();
    await (await machine.tab()).service.close();
    const damage = { code: 'event-misfits', params: { seq: 5 } } as const;
    const wrapLog = (log: Log) => {
      const read = log.read.bind(log);
      log.read = async (...of) => {
        const stored = await read(...of);
        return stored && { ...stored, damage };
      };
      return withClaim(log, () => Promise.reject(writeFailure()));
    };
    const tab = machine.started({ wrapLog });

    await tab.connect(null, 'shows');

    const told = tab.heard.findLast((publication) => publication.type === 'storage');
    expect(told).toMatchObject({ storage: { problem: { code: 'E-DB-WRITE' } } });
  });
});

describe('what others did between the reading and the opening', () => {
  const elsewhere = async () => {
    const machine = new Machine();
    const first = await machine.tab();
    const late = machine.started();
    await settle();
    return { machine, first, late };
  };

  it('is not undone: a workspace that was deleted is not opened', async () => {
    const { first, late } = await elsewhere();
    await first.service.remove(first.workspace);

    await late.connect(null, 'shows');

    expect(late.workspace).not.toBe(first.workspace);
  });

  it('counts: the clock that was stopped stands still, and breakpoints that were set are there', async () => {
    const { first, late } = await elsewhere();
    const breakpoint = { kind: 'line', script: 1, line: 1 } as unknown as Breakpoint;
    await first.service.setClock(first.workspace, { speed: 1, paused: true });
    await first.service.saveBreakpoints(first.workspace, [breakpoint]);
    await first.service.close();

    await late.connect();

    expect(late.heard.findLast((told) => told.type === 'clock')).toMatchObject({ clock: { paused: true } });
    expect(await late.service.breakpoints(late.workspace)).toEqual([breakpoint]);
  });

  it('was later: who opened another workspace meanwhile has used that one last', async () => {
    const { machine, first, late } = await elsewhere();
    await first.service.copy(first.workspace, { began: 'copy', name: 'Other' }, 'other');
    await first.service.close();
    await late.connect(null, 'shows');
    await machine.time.pass(500);
    const other = machine.started();
    await other.connect('other');
    await machine.time.pass(1000);

    expect((await late.service.workspaces())[0]?.id).toBe('other');
  });

  it('is noted of one that is closed before it was claimed, too', async () => {
    const { machine, first, late } = await elsewhere();
    await first.service.copy(first.workspace, { began: 'copy', name: 'Other' }, 'other');
    await first.service.close();
    await machine.time.pass(1000);
    await late.connect('other', 'shows');
    await late.service.close();

    expect((await (await machine.tab()).service.workspaces())[0]?.id).toBe('other');
  });
});

describe('what was read before anybody asked', () => {
  it('is read again when it is asked for later', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    const late = machine.started();
    await first.dispatch('a', presence(1, true));
    await machine.time.pass(3000);

    await late.connect();

    expect(late.opened.events.at(-1)?.seq).toBe(4);
  });

  it('is left where another workspace is wanted', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    const { workspace } = first;
    await first.service.copy(workspace, { began: 'copy', name: 'Other' }, 'other');
    const late = machine.started();
    await settle();

    await late.connect('other');

    expect(late.workspace).toBe('other');
    expect(late.opened.workspace.name).toBe('Other');
  });
});
