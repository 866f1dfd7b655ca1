import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/engine/create-world.ts';
import { fold } from '../../../src/engine/fold.ts';
import type { EventBody } from '../../../src/engine/events.ts';
import type { World } from '../../../src/engine/world.ts';
import type { RanAgain } from '../../../src/protocol/compared.ts';
import type { Workspace } from '../../../src/protocol/engine-api.ts';
import type { SaveVerdict } from '../../../src/ui/compare/run-again-state.ts';
import { firstDifference, mostSteps, runOnSave } from '../../../src/ui/compare/run-on-save.ts';
import { createFakeEngine } from '../fake-engine.ts';

const file = { startsAt: '2026-03-02T09:00:00.000Z', agents: [{ id: 1, name: 'Kari' }] };
const workspace = (id: string): Workspace => ({ id, name: id, createdAt: 0, openedAt: 0 });

const ran = (steps: readonly number[], endsAt = 0): RanAgain => ({
  compared: {
    steps: 20,
    messages: 0,
    statuses: 0,
    differences: steps.map((step) => ({ step, was: [], now: [] })),
    endsAt,
  },
  again: { world: file, steps: [] },
});

/** A window with the toggle on, whose worker answers when it is told to. */
function window() {
  const live = signal<{ readonly world: World; readonly events: [] }>({
    world: createWorld(file),
    events: [],
  });
  const opened = signal(workspace('a'));
  const engine = {
    ...createFakeEngine(file, () => undefined),
    scenario: () =>
      Promise.resolve({
        format: 'rehearsal-scenario',
        version: 1,
        name: '',
        world: file,
        steps: [],
      } as const),
  };
  const told: (SaveVerdict | null)[] = [];
  const waiting = new Set<() => void>();
  const asked: {
    readonly answer: (ran: Parameters<typeof resolved>[0]) => void;
    readonly differs: (step: number) => void;
    readonly stop: AbortSignal;
  }[] = [];
  const resolved = (given: RanAgain | { readonly kind: 'notPlayed'; readonly because: 'slow' | 'broken' }) =>
    given;
  let isEnded = false;
  const runner = runOnSave({
    store: { live, workspace: opened, engine },
    client: {
      runAgain: (_request, stop, differs) =>
        new Promise((answer) => {
          asked.push({ answer, differs, stop });
        }),
      stop: () => {
        isEnded = true;
      },
    },
    after: (_, run) => {
      waiting.add(run);
      return () => waiting.delete(run);
    },
    tell: (verdict) => told.push(verdict),
  });
  const happens = (body: EventBody) => {
    const { world } = live.value;
    const event = {
      seq: world.seq + 1,
      at: file.startsAt,
      step: world.step + 1,
      cause: 0,
      depth: 0,
      ...body,
    };
    live.value = { world: fold(world, event), events: [] };
  };
  const settled = async () => {
    for (const run of waiting) run();
    waiting.clear();
    for (let n = 0; n < 10; n++) await Promise.resolve();
  };
  const saves = () => {
    happens({ type: 'channel.deleted', channel: 1 });
  };
  return { runner, told, asked, happens, settled, saves, live, opened, isEnded: () => isEnded };
}

const last = (told: readonly (SaveVerdict | null)[]) => told.at(-1);

describe('running the conversation again on every save', () => {
  it('begins when something was saved, and not when people do something', async () => {
    const { happens, settled, saves, asked } = window();

    happens({ type: 'presence.changed', agent: 1, present: false });
    await settled();
    expect(asked).toEqual([]);

    saves();
    await settled();
    expect(asked.length).toBe(1);
  });

  it('says that it is the same, or where it differs: at once for the first difference', async () => {
    const { settled, saves, asked, told } = window();
    saves();
    await settled();
    expect(last(told)).toEqual({ kind: 'running', differs: null });

    asked[0]?.differs(12);
    expect(last(told)).toEqual({ kind: 'running', differs: 12 });
    asked[0]?.answer(ran([12, 14]));
    await settled();
    expect(last(told)).toEqual({ kind: 'differs', step: 12 });

    saves();
    await settled();
    asked[1]?.answer(ran([]));
    await settled();
    expect(last(told)).toEqual({ kind: 'same' });
  });

  it('says so when it took longer than it may, or broke off', async () => {
    for (const because of ['slow', 'broken'] as const) {
      const { settled, saves, asked, told } = window();
      saves();
      await settled();

      asked[0]?.answer({ kind: 'notPlayed', because });
      await settled();

      expect(last(told)).toEqual({ kind: because });
    }
  });

  it('begins anew with a save during a run, and hears nothing more of the one before', async () => {
    const { settled, saves, asked, told } = window();
    saves();
    await settled();

    saves();
    expect(asked[0]?.stop.aborted).toBe(true);
    await settled();
    asked[0]?.differs(3);
    asked[0]?.answer(ran([3]));
    asked[1]?.answer(ran([]));
    await settled();

    expect(last(told)).toEqual({ kind: 'same' });
    expect(told).not.toContainEqual({ kind: 'differs', step: 3 });
  });

  it('is stopped by hand until the next save', async () => {
    const { runner, settled, saves, asked, told } = window();
    saves();
    await settled();

    runner.stop();
    asked[0]?.answer(ran([1]));
    await settled();

    expect(asked[0]?.stop.aborted).toBe(true);
    expect(last(told)).toEqual({ kind: 'stopped' });
    saves();
    await settled();
    expect(asked.length).toBe(2);
  });

  it('leaves a long conversation to those who ask for it', async () => {
    const { live, saves, settled, asked, told } = window();
    live.value = { world: { ...live.value.world, step: mostSteps }, events: [] };

    saves();
    await settled();

    expect(last(told)).toEqual({ kind: 'long' });
    expect(asked).toEqual([]);
  });

  it('forgets what was told when another workspace is opened, and ends with its worker', async () => {
    const { runner, opened, live, settled, saves, asked, told, isEnded } = window();
    saves();
    await settled();

    live.value = { world: createWorld({ ...file, mocks: [] }), events: [] };
    opened.value = workspace('b');
    asked[0]?.answer(ran([2]));
    await settled();

    expect(last(told)).toBeNull();
    runner.end();
    expect(isEnded()).toBe(true);
  });
});

describe('the first difference of two runs', () => {
  it('is the first step that differs or that only one of them comes to', () => {
    expect(firstDifference(ran([]))).toBeNull();
    expect(firstDifference(ran([4, 9]))).toBe(4);
    expect(firstDifference(ran([], 7))).toBe(7);
    expect(firstDifference(ran([4], 7))).toBe(4);
  });
});
