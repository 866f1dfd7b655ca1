import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { CoverageReport, CoverageRequest, LineCoverage } from '../../../src/protocol/coverage.ts';
import { createCoverage } from '../../../src/ui/coverage/counting.ts';
import { marginLines } from '../../../src/ui/coverage/margin.ts';
import { rangesOf } from '../../../src/ui/coverage/ranges.ts';

const line = (number: number, hits: number): LineCoverage => ({
  line: number,
  hits,
  isWhole: hits > 0,
  ways: { covered: 0, total: 0 },
});

const report = (runs: number): CoverageReport => ({
  runs,
  unread: 0,
  scripts: [
    {
      folder: 'Bot',
      name: 'bot message received',
      includeName: '',
      language: 'crmscript',
      source: 'print("a");',
      statements: { covered: 1, total: 1 },
      branches: { covered: 0, total: 0 },
      lines: [line(1, runs)],
    },
  ],
  diagram: { known: [], others: [] },
  neverUsed: [],
});

/** A store whose log can be made longer, a worker that answers when it is told to, and a clock. */
function here({ takes = 10 } = {}) {
  const [folders, channels, mocks]: unknown[][] = [[], [], []];
  const live = signal({ world: { seq: 1, step: 1, folders, channels, mocks } });
  const workspace = signal({ id: 'a' });
  const tests = signal<unknown>([]);
  const asked: CoverageRequest[] = [];
  const due: (() => void)[] = [];
  let now = 0;
  let answer: CoverageReport | { readonly kind: 'notPlayed'; readonly because: 'slow' } = report(1);
  let stopped = 0;
  const conversation = { name: 'conversation', world: {} };
  const coverage = createCoverage({
    store: {
      live,
      workspace,
      engine: {
        scenario: (id: string) => Promise.resolve({ ...conversation, name: id }),
        tests: () => Promise.resolve([{ text: 'test', runsWith: 'own' }]),
      },
    } as unknown as Parameters<typeof createCoverage>[0]['store'],
    tests,
    client: {
      coverage: (request) => {
        asked.push(request);
        now += takes;
        return Promise.resolve(answer);
      },
      stop: () => {
        stopped += 1;
      },
    },
    after: (_, run) => {
      due.push(run);
      return () => {
        due.splice(due.indexOf(run), 1);
      };
    },
    mono: () => now,
  });
  return {
    coverage,
    asked,
    due,
    stops: () => stopped,
    answers: (next: typeof answer) => {
      answer = next;
    },
    happens: () => {
      const { world } = live.peek();
      live.value = { world: { ...world, seq: world.seq + 1, step: world.step + 1 } };
    },
    saves: () => {
      live.value = { world: { ...live.peek().world, folders: [] } };
    },
    savesTests: () => {
      tests.value = [];
    },
    opens: (id: string) => {
      workspace.value = { id };
    },
    /** Lets what waits run, and its promises come to an end. */
    settles: async () => {
      for (const run of due.splice(0)) run();
      for (let n = 0; n < 10; n++) await Promise.resolve();
    },
  };
}

describe('counting what the conversation makes use of', () => {
  it('counts when somebody begins to watch, and again some time after something has happened', async () => {
    const { coverage, asked, happens, settles } = here();
    const leave = coverage.watch();
    await settles();
    expect(coverage.state.value).toMatchObject({ step: 1, isCounting: false, report: { runs: 1 } });

    happens();
    happens();
    expect(asked).toHaveLength(1);
    await settles();

    expect(asked).toHaveLength(2);
    expect(coverage.state.value.step).toBe(3);
    leave();
    coverage.showInMargin(false);
  });

  it('counts by tests with the settings as they stand', async () => {
    const { coverage, asked, settles } = here();
    coverage.watch();
    await settles();
    coverage.countBy('tests');
    expect(coverage.state.value.report).toBeNull();
    await settles();

    expect(asked.at(-1)).toEqual({ by: 'tests', tests: [{ text: 'test', runsWith: 'own' }], present: {} });
  });

  it('counts tests anew when they or settings are saved, and not for what is said on the stage', async () => {
    const { coverage, asked, happens, saves, savesTests, settles } = here();
    coverage.countBy('tests');
    coverage.watch();
    await settles();
    const before = asked.length;
    happens();
    await settles();
    expect(asked).toHaveLength(before);

    saves();
    await settles();
    expect(asked).toHaveLength(before + 1);
    savesTests();
    await settles();
    expect(asked).toHaveLength(before + 2);
  });

  it('leaves it to people when counting takes long', async () => {
    const { coverage, asked, happens, settles } = here({ takes: 5000 });
    coverage.watch();
    await settles();
    happens();
    await settles();
    expect(asked).toHaveLength(1);

    coverage.count();
    await settles();
    expect(asked).toHaveLength(2);
  });

  it('keeps what was counted before when a count comes to nothing, and says why', async () => {
    const { coverage, answers, happens, settles } = here();
    coverage.watch();
    await settles();
    answers({ kind: 'notPlayed', because: 'slow' });
    happens();
    await settles();

    expect(coverage.state.value).toMatchObject({ trouble: 'slow', report: { runs: 1 }, step: 1 });
  });

  it('forgets another workspace', async () => {
    const { coverage, opens, settles } = here();
    coverage.watch();
    await settles();
    opens('b');
    expect(coverage.state.value.report).toBeNull();
    await settles();
    expect(coverage.state.value.report).not.toBeNull();
  });

  it('shows lines in the margin as long as that is wanted, and then ends its worker', async () => {
    const { coverage, due, happens, stops, settles } = here();
    const leave = coverage.watch();
    await settles();
    leave();
    expect(marginLines.value?.get('print("a");')).toEqual([line(1, 1)]);
    happens();
    expect(due).toHaveLength(1);

    coverage.showInMargin(false);

    expect(marginLines.value).toBeNull();
    expect(stops()).toBe(1);
    expect(due).toHaveLength(0);
  });
});

describe('the lines that never ran', () => {
  it('are stretches that a line which ran ends, and one with nothing to run does not', () => {
    const lines = [line(1, 2), line(3, 0), line(5, 0), line(6, 1), line(7, 0)];
    expect(rangesOf(lines)).toEqual([
      { from: 3, to: 5 },
      { from: 7, to: 7 },
    ]);
  });
});
