import { describe, expect, it } from 'vitest';
import type { WorldJson } from '../../src/engine/world-json.ts';
import { worldFromJson, worldToJson } from '../../src/engine/world-json.ts';
import type { Opened } from '../../src/protocol/engine-api.ts';
import { fromFile, Machine, presence, type Tab } from '../support/in-process-worker.ts';
import { standInEngine, startsAt, worldFile } from '../support/stand-in-engine.ts';
import { settle } from '../support/fake-time.ts';

async function opened(tab: Tab, workspace: string | null = tab.workspace): Promise<Opened> {
  const answer = await tab.service.open(workspace);
  if ('problem' in answer) throw new Error(answer.problem.reason.code);
  return answer;
}

/** The world that the page makes itself of what it was given and told. */
function folded(tab: Tab): WorldJson {
  return worldToJson(tab.events.reduce(standInEngine.fold, worldFromJson(tab.opened.world)));
}

describe('a first visit', () => {
  it('finds the sample, its steps played at their moments', async () => {
    const tab = await new Machine().tab();

    expect(tab.opened.workspace.name).toBe('First visit');
    expect(tab.opened.events.map(({ type, step }) => [type, step])).toEqual([
      ['presence.changed', 1],
      ['clock.advanced', 2],
      ['presence.changed', 2],
    ]);
    expect(tab.opened.now - Date.parse(startsAt)).toBe(90_000);
    expect(tab.opened.world.agents.map(({ present }) => present)).toEqual([false, false]);
  });

  it('finds an empty world where the sample cannot be loaded', async () => {
    const loadText = () => Promise.reject(new Error('offline'));

    const tab = await new Machine().tab({ ports: { loadText } });

    expect(tab.opened.workspace.name).toBe('New workspace');
    expect(tab.opened.events).toEqual([]);
  });

  it('makes one sample, however many tabs come first', async () => {
    const machine = new Machine();

    const tabs = await Promise.all([machine.tab(), machine.tab()]);

    expect(tabs.map((tab) => tab.workspace)).toEqual(['first-visit', 'first-visit']);
    expect(await tabs[0].service.workspaces()).toHaveLength(1);
  });
});

describe('dispatch', () => {
  it('answers with the last event it caused, which the page has been told before', async () => {
    const tab = await new Machine().tab();

    const answer = await tab.dispatch('a', presence(1, true));

    expect(answer).toEqual({ kind: 'committed', seq: 4 });
    expect(tab.events.map(({ seq, type }) => [seq, type])).toEqual([[4, 'presence.changed']]);
    expect(folded(tab)).toEqual((await opened(tab)).world);
  });

  it('applies a command once when it is sent twice at the same time', async () => {
    const tab = await new Machine().tab();

    const answers = await Promise.all([tab.dispatch('a'), tab.dispatch('a')]);

    expect(answers).toEqual([
      { kind: 'committed', seq: 4 },
      { kind: 'committed', seq: 4 },
    ]);
    expect(await tab.log()).toHaveLength(4);
  });

  it('applies a command once when it is sent again after the worker was started anew', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    const answer = await first.dispatch('a', presence(1, true));
    await first.dispatch('b', presence(1, false));
    await first.service.close();

    const second = await machine.tab();
    const again = await Promise.all([second.dispatch('c'), second.dispatch('a', presence(1, true))]);

    expect(again).toEqual([{ kind: 'committed', seq: 6 }, answer]);
    expect((await second.log()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(second.events.map(({ seq }) => seq)).toEqual([6]);
  });

  it('records how much time went by before each input', async () => {
    const machine = new Machine();
    const tab = await machine.tab();

    await machine.time.pass(1500);
    await tab.dispatch('a');

    expect(
      (await tab.log()).slice(3).map(({ at, type }) => [type, Date.parse(at) - Date.parse(startsAt)]),
    ).toEqual([
      ['clock.advanced', 91_500],
      ['presence.changed', 91_500],
    ]);
    const rows = await machine.openLog().applied(tab.workspace, ['a']);
    expect(rows.get('a')?.at).toBe('+1500ms');
  });

  it('leaves no trace of a refused input', async () => {
    const tab = await new Machine().tab();

    const answer = await tab.dispatch('a', presence(9, true));

    expect(answer).toEqual({ kind: 'refused', reason: { code: 'no-agent', params: { agent: 9 } } });
    expect(await tab.log()).toHaveLength(3);
  });

  it('records a refused input whose moment fired events, and refuses it again the same way', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    await machine.time.pass(1000);
    const answer = await first.dispatch('a', presence(9, true));
    const log = await first.log();
    await first.service.close();

    const second = await machine.tab();
    const again = await second.dispatch('a', presence(9, true));

    expect(answer).toEqual({ kind: 'refused', reason: { code: 'no-agent', params: { agent: 9 } } });
    expect(log.slice(3).map(({ type, step }) => [type, step])).toEqual([['clock.advanced', 3]]);
    expect(again).toEqual(answer);
    expect(await second.log()).toEqual(log);
  });

  it('says what happened when a rule of the app breaks, and goes on', async () => {
    const tab = await new Machine().tab();

    const answer = await tab.dispatch('a', { type: 'admin.savesTable', table: 'bug', rows: [] });
    const next = await tab.dispatch('b');

    expect(answer).toMatchObject({ kind: 'failed', problem: { code: 'E-ENGINE' } });
    expect(next).toEqual({ kind: 'committed', seq: 4 });
  });

  it('fails for a workspace that is not open', async () => {
    const tab = await new Machine().tab();

    const answer = await tab.service.dispatch({ id: 'a', workspace: 'other', input: presence(1, true) });

    expect(answer).toMatchObject({ kind: 'failed', problem: { code: 'E-ENGINE' } });
  });
});

describe('workspaces', () => {
  it('opens the one that was used last', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    await machine.time.pass(1000);
    const made = await first.service.createPlayed(fromFile, 'mine');
    await machine.time.pass(1000);
    await opened(first, 'mine');
    await first.service.close();

    const second = await machine.tab();

    expect(made).toMatchObject({ id: 'mine', name: 'Mine' });
    expect(second.workspace).toBe('mine');
    expect((await second.service.workspaces()).map(({ id }) => id)).toEqual(['mine', 'first-visit']);
  });

  it('makes no second workspace when the same creation comes again', async () => {
    const tab = await new Machine().tab();

    const first = await tab.service.createPlayed(fromFile, 'mine');
    const again = await tab.service.createPlayed(fromFile, 'mine');

    expect(again).toEqual(first);
    expect(await tab.service.workspaces()).toHaveLength(2);
  });

  it('are made of samples, their steps played, each under a name of its own', async () => {
    const tab = await new Machine().tab();

    const first = await tab.service.createSample('any', 'one');
    const again = await tab.service.createSample('any', 'one');
    const second = await tab.service.createSample('any', 'two');

    expect(again).toEqual(first);
    expect((await opened(tab, 'two')).events.map(({ step }) => step)).toEqual([1, 2, 2]);
    expect([first, second]).toMatchObject([{ name: 'First visit 2' }, { name: 'First visit 3' }]);
  });

  it('are not made of a sample that cannot be loaded', async () => {
    const loadText = () => Promise.reject(new Error('offline'));
    const tab = await new Machine().tab({ ports: { loadText } });

    expect(await tab.service.createSample('any')).toMatchObject({ problem: { code: 'E-SAMPLE' } });
    expect(await tab.service.workspaces()).toHaveLength(1);
  });

  it('says so when there is no such workspace', async () => {
    const tab = await new Machine().tab();

    expect(await tab.service.open('nowhere')).toMatchObject({ problem: { code: 'E-DB-GONE' } });
  });

  it('answers what was on its way when another workspace is opened', async () => {
    const tab = await new Machine().tab();
    await tab.service.createPlayed(fromFile, 'mine');

    const [answer] = await Promise.all([tab.dispatch('a'), opened(tab, 'mine')]);

    expect(answer).toEqual({ kind: 'committed', seq: 4 });
  });

  it('keeps drafts until they are emptied', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    await first.service.saveDraft(first.workspace, 'customer 1', 'Hello, I ');
    await first.service.saveDraft(first.workspace, 'agent 1', 'x');
    await first.service.saveDraft(first.workspace, 'agent 1', '');
    await first.service.close();

    const second = await machine.tab();

    expect(second.opened.drafts).toEqual({ 'customer 1': 'Hello, I ' });
  });
});

describe('starting over', () => {
  const isOpen = (made: unknown): made is { readonly id: string } =>
    typeof made === 'object' && made !== null && 'id' in made;

  it('is a branch with the opening scene; what was there stays as it is, and can be gone back to', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    const opening = worldToJson(
      tab.opened.events.reduce(standInEngine.fold, standInEngine.createWorld(worldFile)),
    );
    await tab.dispatch('a', presence(1, true));
    const left = tab.workspace;

    const made = await tab.service.startOver(left);
    if (!isOpen(made)) throw new Error(JSON.stringify(made));
    const branch = await opened(tab, made.id);

    expect(made).toMatchObject({ name: 'First visit', parent: left });
    expect(branch.world).toEqual(opening);
    expect(branch.events).toEqual(tab.opened.events);
    tab.workspace = made.id;
    expect(await tab.dispatch('b')).toEqual({ kind: 'committed', seq: 4 });
    expect((await opened(tab, left)).events).toHaveLength(4);
  });

  it('makes one branch, however often it is sent, and goes from a branch to its opening scene again', async () => {
    const tab = await new Machine().tab();

    await tab.service.startOver(tab.workspace, 'x');
    await tab.service.startOver(tab.workspace, 'x');
    await tab.service.startOver('x', 'y');

    expect((await tab.service.workspaces()).map(({ id, parent }) => [id, parent]).toSorted()).toEqual([
      ['first-visit', undefined],
      ['x', 'first-visit'],
      ['y', 'x'],
    ]);
    expect((await opened(tab, 'y')).events).toEqual(tab.opened.events);
  });

  it('knows the opening scene of a sample of version 0.1, which did not note it, and that a file has none', async () => {
    const tab = await new Machine().tab({
      wrapLog: (log) => {
        const create = log.create.bind(log);
        log.create = ({ openingSteps: _noted, ...workspace }, world, steps) =>
          create(workspace, world, steps);
        return log;
      },
    });
    await tab.dispatch('a', presence(1, true));
    const file = await tab.service.createPlayed(fromFile, 'file');

    await tab.service.startOver(tab.workspace, 'x');
    await tab.service.startOver('file', 'y');

    expect(isOpen(file)).toBe(true);
    expect((await opened(tab, 'x')).events).toEqual(tab.opened.events);
    expect((await opened(tab, 'y')).events).toEqual([]);
  });

  it('takes the other tabs along that show the same workspace, and no others', async () => {
    const machine = new Machine();
    const [first, second, third] = [await machine.tab(), await machine.tab(), await machine.tab()];
    await third.service.createPlayed(fromFile, 'other');
    await opened(third, 'other');

    await first.service.startOver(first.workspace, 'x');
    await first.service.takeAlong(first.workspace, 'x');
    await settle();

    const along = { type: 'along', workspace: 'first-visit', to: 'x' };
    expect(second.heard).toContainEqual(along);
    expect(first.heard).not.toContainEqual(along);
    expect(third.heard).not.toContainEqual(along);
  });

  it('says that there is no such workspace', async () => {
    const tab = await new Machine().tab();

    expect(await tab.service.startOver('nowhere')).toMatchObject({ problem: { code: 'E-DB-GONE' } });
  });
});

describe('without a database', () => {
  it('keeps everything in memory, by the same rules, and says so', async () => {
    const machine = new Machine();
    const tab = await machine.tab({ ports: { openLog: () => null } });

    const answers = await Promise.all([
      tab.dispatch('a'),
      tab.dispatch('a'),
      tab.dispatch('b', presence(9, true)),
    ]);
    await tab.service.saveDraft(tab.workspace, 'k', 'text');

    expect(answers.map(({ kind }) => kind)).toEqual(['committed', 'committed', 'refused']);
    expect(tab.heard[0]).toMatchObject({ type: 'storage', storage: { kind: 'memory', problem: {} } });
    expect((await opened(tab)).drafts).toEqual({ k: 'text' });
    await tab.service.startOver(tab.workspace, 'x');
    expect((await opened(tab, 'x')).events).toHaveLength(3);
  });

  it('shares nothing with other tabs', async () => {
    const machine = new Machine();
    const ports = { openLog: () => null };
    const [one, two] = [await machine.tab({ ports }), await machine.tab({ ports })];

    await one.dispatch('a');
    await settle();

    expect(await two.log()).toHaveLength(3);
    expect(two.events).toEqual([]);
    expect(await two.dispatch('b')).toEqual({ kind: 'committed', seq: 4 });
  });
});
