import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../../src/scenario/format.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { rehashed } from '../../../src/scenario/record.ts';
import { writeScenario } from '../../../src/scenario/write.ts';
import { playSteps } from '../../../src/worker/write/play-steps.ts';
import { settle } from '../../support/fake-time.ts';
import { fromFile, Machine, presence, type Tab } from '../../support/in-process-worker.ts';
import { standInEngine, worldFile } from '../../support/stand-in-engine.ts';

const names = async (tab: Tab) => (await tab.service.workspaces()).map(({ name }) => name);

async function scenarioOf(tab: Tab, workspace = tab.workspace): Promise<ScenarioFile> {
  const file = await tab.service.scenario(workspace);
  if ('problem' in file) throw new Error(file.problem.reason.code);
  return file;
}

/** Time for all that is under way in the database. */
const idle = async () => {
  for (let round = 0; round < 20; round++) await settle();
};

/** What opening the file makes of it. */
async function openFile(tab: Tab, text: string, id: string): Promise<void> {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { name, description, tags, bookmarks, opening = 0, world, steps } = parsed.scenario;
  const start = standInEngine.createWorld(world);
  const played = [...playSteps(standInEngine, start, steps, (step) => `step ${String(step)}`)];
  const about = JSON.parse(JSON.stringify({ description, tags, bookmarks })) as object;
  const made = { name, began: 'file' as const, about, world, steps: played, openingSteps: opening };
  await tab.service.createPlayed(made, id);
}

describe('a workspace as a scenario', () => {
  it('is its starting world and every step as it was applied, each with its hash', async () => {
    const tab = await new Machine().tab();
    await tab.dispatch('a', presence(1, true));

    const file = await scenarioOf(tab);

    expect(file).toMatchObject({ version: 2, rules: 1, name: 'First visit', opening: 2, world: worldFile });
    expect(file.steps.map(({ input }) => input)).toEqual([
      presence(1, false),
      presence(2, false),
      presence(1, true),
    ]);
    const hashes = file.steps.map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(3);
    expect(rehashed(file, tabSteps(await tab.log(), 3)).steps.map(({ hash }) => hash)).toEqual(hashes);
  });

  it('is the same byte for byte when it is opened and saved again', async () => {
    const tab = await new Machine().tab();
    await tab.dispatch('a', presence(1, true));
    const text = writeScenario(await scenarioOf(tab));

    await openFile(tab, text.replace('"First visit"', '"Another name"'), 'again');

    expect(writeScenario(await scenarioOf(tab, 'again'))).toBe(
      text.replace('"First visit"', '"Another name"'),
    );
  });

  it('keeps what a file says beside its inputs: notes, expectations, moments, bookmarks, and steps that are refused', async () => {
    const tab = await new Machine().tab();
    const file: ScenarioFile = {
      format: 'rehearsal-scenario',
      version: 2,
      name: 'Kept',
      description: 'What it shows.',
      tags: ['one'],
      opening: 1,
      bookmarks: [{ step: 2, name: 'Here' }],
      world: worldFile,
      steps: [
        { at: '+5m', input: presence(1, false), note: 'First.', expect: [{ event: 'presence.changed' }] },
        { input: presence(9, true), expect: [{ refused: true }] },
        { input: presence(2, false) },
      ],
    };

    await openFile(tab, writeScenario(file), 'kept');

    const kept = await scenarioOf(tab, 'kept');
    const steps = kept.steps.map(({ hash: _, ...step }) => step);
    expect(JSON.parse(JSON.stringify({ ...kept, rules: undefined, steps }))).toEqual(file);
  });

  it('says no mark beyond its end, where it is a branch or begins again', async () => {
    const tab = await new Machine().tab();
    const marked = {
      ...fromFile,
      about: {
        bookmarks: [
          { step: 1, name: 'First' },
          { step: 2, name: 'Second' },
        ],
      },
    };
    await tab.service.createPlayed({ ...marked, steps: playedSteps(2) }, 'marked');

    await tab.service.copy('marked', { began: 'branch', name: 'Short', upToStep: 1 }, 'branch');
    await tab.service.startOver('marked', 'over');

    expect((await scenarioOf(tab, 'marked')).bookmarks).toHaveLength(2);
    expect((await scenarioOf(tab, 'branch')).bookmarks).toEqual([{ step: 1, name: 'First' }]);
    for (const id of ['branch', 'over'])
      expect(parseScenario(writeScenario(await scenarioOf(tab, id))), id).toMatchObject({ ok: true });
  });

  it('is the settings alone as they stand now, when that is wanted', async () => {
    const tab = await new Machine().tab();
    await tab.dispatch('a', presence(1, true));

    const file = await tab.service.scenario(tab.workspace, 'setting');

    if ('problem' in file) throw new Error(file.problem.reason.code);
    expect(file).toMatchObject({ version: 1, name: 'First visit', steps: [] });
    expect(file.world.agents?.map(({ present }) => present)).toEqual([true, false]);
    expect(parseScenario(writeScenario(file)).ok).toBe(true);
  });

  it('says so when there is no such workspace', async () => {
    const tab = await new Machine().tab();

    expect(await tab.service.scenario('nowhere')).toMatchObject({ problem: { code: 'E-DB-GONE' } });
  });
});

describe('the story of a session', () => {
  it('is nothing where there is no such workspace, or no such session', async () => {
    const tab = await new Machine().tab();

    expect(await tab.service.story('nowhere', 1)).toBe(null);
    expect(await tab.service.story(tab.workspace, 1)).toBe(null);
  });
});

/** So many steps as a file has them. */
function playedSteps(count: number) {
  const steps = Array.from({ length: count }, (_, index) => ({ input: presence(1, index % 2 === 1) }));
  return [
    ...playSteps(
      standInEngine,
      standInEngine.createWorld(worldFile),
      steps,
      (step) => `step ${String(step)}`,
    ),
  ];
}

/** The events of each step. */
const tabSteps = (events: Awaited<ReturnType<Tab['log']>>, count: number) =>
  Array.from({ length: count }, (_, index) => ({ events: events.filter(({ step }) => step === index + 1) }));

describe('the workspaces', () => {
  it('have names that a file can say, however often one with a long name is duplicated', async () => {
    const tab = await new Machine().tab();
    await tab.service.rename(tab.workspace, `${'n'.repeat(254)}🙂`);
    const longest = 'n'.repeat(255);
    await tab.service.createPlayed({ ...fromFile, name: longest }, 'long');

    for (const id of ['one', 'two']) await tab.service.copy('long', { began: 'copy', name: longest }, id);

    expect(await names(tab)).toEqual(
      expect.arrayContaining(['n'.repeat(254), longest, `${'n'.repeat(253)} 2`, `${'n'.repeat(253)} 3`]),
    );
    expect(parseScenario(writeScenario(await scenarioOf(tab, 'two')))).toMatchObject({ ok: true });
  });

  it('say how they began and how much is in them', async () => {
    const tab = await new Machine().tab();
    await tab.dispatch('a', presence(1, true));
    await tab.service.createPlayed(fromFile, 'mine');

    const details = await tab.service.details();

    expect(details.find(({ id }) => id === tab.workspace)).toMatchObject({
      began: 'sample',
      steps: 3,
      sessions: 0,
    });
    expect(details.find(({ id }) => id === 'mine')).toMatchObject({ began: 'file', steps: 0, characters: 0 });
  });

  it('are given another name, which other tabs see', async () => {
    const machine = new Machine();
    const [first, second] = [await machine.tab(), await machine.tab()];

    expect(await first.service.rename(first.workspace, 'Parcels')).toBe(null);
    await settle();

    expect(await names(second)).toEqual(['Parcels']);
    expect(second.heard).toContainEqual({ type: 'renamed', workspace: first.workspace, name: 'Parcels' });
    expect(await first.service.rename('nowhere', 'x')).toMatchObject({ code: 'E-DB-GONE' });
  });

  it('have bookmarks, which other tabs see without opening them again', async () => {
    const machine = new Machine();
    const [first, second] = [await machine.tab(), await machine.tab()];
    const { workspace } = first;

    await second.service.bookmark(workspace, { step: 1, name: 'Came' }, true);
    await settle();

    const bookmarks = [{ step: 1, name: 'Came' }];
    expect(first.heard).toContainEqual({ type: 'bookmarks', workspace, bookmarks });
    expect(second.heard).not.toContainEqual(expect.objectContaining({ type: 'bookmarks' }));
  });

  it('have tests, of which other tabs hear, and which a copy has too', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    const second = await machine.tab();
    const said = { id: 'one', madeAt: 5, name: 'A test', tags: [], steps: 2, text: '{}' };
    const test = { ...said, isWatched: true, runsWith: 'present' as const };

    expect(await first.service.saveTests(first.workspace, [test])).toBeNull();
    await idle();
    await first.service.copy(first.workspace, { began: 'copy', name: 'Copy' }, 'copy');
    await first.service.deleteTests(first.workspace, ['one']);

    expect(second.heard).toContainEqual({ type: 'tests', workspace: first.workspace });
    expect(await second.service.tests(first.workspace)).toEqual([]);
    expect(await second.service.tests('copy')).toEqual([test]);
    expect(await first.service.saveTests('nowhere', [test])).toMatchObject({ code: 'E-DB-GONE' });
  });

  it('are copied, whole under a free name or as a branch up to a step', async () => {
    const tab = await new Machine().tab();
    await tab.dispatch('a', presence(1, true));

    const copy = await tab.service.copy(tab.workspace, { began: 'copy', name: 'First visit' }, 'copy');
    const branch = await tab.service.copy(
      tab.workspace,
      { began: 'branch', name: 'First visit', upToStep: 2 },
      'branch',
    );

    expect(copy).toMatchObject({ id: 'copy', name: 'First visit 2', began: 'copy' });
    expect(branch).toMatchObject({ id: 'branch', name: 'First visit', parent: tab.workspace });
    expect((await scenarioOf(tab, 'copy')).steps).toEqual((await scenarioOf(tab)).steps);
    expect((await scenarioOf(tab, 'branch')).steps).toHaveLength(2);
  });

  it('are hidden when they are deleted, and put back as they were', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    await tab.service.createPlayed(fromFile, 'mine');

    expect(await tab.service.remove('mine')).toBe(null);
    await machine.time.pass(10_000);
    const hidden = await names(tab);
    expect(await tab.service.putBack('mine')).toBe(null);
    await machine.time.pass(60_000);

    expect(hidden).toEqual(['First visit']);
    expect(await names(tab)).toContain('Mine');
  });

  it('are really gone a little later, at the next start at the latest', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    await tab.service.createPlayed(fromFile, 'mine');
    await tab.service.createPlayed(fromFile, 'other');
    await tab.service.remove('mine');
    await machine.time.pass(20_000);
    await idle();
    expect(await tab.service.putBack('mine')).toMatchObject({ code: 'E-DB-GONE' });

    await tab.service.remove('other');
    await tab.service.close();
    await machine.time.pass(20_000);
    const next = await machine.tab();
    await machine.time.pass(6000);
    await idle();

    expect(await next.service.putBack('other')).toMatchObject({ code: 'E-DB-GONE' });
  });

  it('are left by the other tabs that show them', async () => {
    const machine = new Machine();
    const [first, second] = [await machine.tab(), await machine.tab()];
    await first.service.createPlayed(fromFile, 'mine');

    await first.service.remove(first.workspace);
    await settle();

    expect(second.heard).toContainEqual({ type: 'removed', workspace: first.workspace });
  });

  it('are made anew under another id when the last one is deleted', async () => {
    const tab = await new Machine().tab();
    const before = tab.workspace;

    await tab.service.remove(before);
    await tab.open(null);

    expect(tab.workspace).not.toBe(before);
    expect(await names(tab)).toEqual(['First visit']);
  });
});
