import { noDebugger } from '../support/no-debugger.ts';
import { fold } from '../../src/engine/fold.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import type { Input } from '../../src/engine/inputs.ts';
import type { RunScript } from '../../src/engine/script-call.ts';
import { step } from '../../src/engine/step.ts';
import { StoryTeller } from '../../src/engine/story.ts';
import { nextTimer } from '../../src/engine/timers.ts';
import { worldFromJson, worldToJson } from '../../src/engine/world-json.ts';
import type { World } from '../../src/engine/world.ts';
import type { Answer, ClockState, Listener } from '../../src/protocol/engine-api.ts';
import type { Engine } from '../../src/ui/store/store.ts';
import { asText } from '../../src/engine/codes.ts';

const notHere = () =>
  Promise.resolve({ problem: { code: 'E-ENGINE' as const, reason: asText('Not here.') } });

/** Scripts that do nothing and never fail. */
export const silentScripts: RunScript = () => ({
  statements: 0,
  data: { outputs: {}, state: {}, blocked: false, message: '' },
});

export type FakeEngine = Engine & { take(input: Input, after?: number): Answer };

/**
 * The real engine in the page's own thread, with nothing on disk: steps are taken at once and told to the
 * listener. For tests of the window, and for looking at it without a worker.
 */
export function createFakeEngine(
  file: WorldFile,
  listener: Listener,
  runScript: RunScript = silentScripts,
): FakeEngine {
  let world = createWorld(file);
  let log: readonly RecordedEvent[] = [];
  let steps = 0;
  let clock: ClockState = { speed: 1, paused: true };
  const drafts: Record<string, string> = {};
  const workspace = { id: 'w', name: 'Rehearsal room', createdAt: 0, openedAt: 0 };

  function take(input: Input, after = 0): Answer {
    steps += 1;
    const outcome = step(world, { step: steps, input, at: world.now + after }, runScript);
    if (outcome.kind !== 'committed') {
      return { kind: 'refused', reason: outcome.kind === 'refused' ? outcome.reason : asText(outcome.kind) };
    }
    world = outcome.world;
    log = [...log, ...outcome.events];
    listener({ type: 'events', workspace: workspace.id, generation: 0, events: outcome.events });
    return { kind: 'committed', seq: world.seq };
  }

  return {
    ...noDebugger,
    take,
    open: () =>
      Promise.resolve({
        workspace,
        world: worldToJson(world),
        events: log.slice(-1000),
        generation: 0,
        clock,
        now: world.now,
        drafts: { ...drafts },
        waits: null,
      }),
    personas: () => Promise.resolve(null),
    startCrowd: () => Promise.resolve(null),
    askCourses: () => Promise.resolve(null),
    stopCrowd: () => Promise.resolve(),
    makeReady: () => Promise.resolve(),
    workspaces: () => Promise.resolve([workspace]),
    details: () => Promise.resolve([]),
    createPlayed: notHere,
    createSample: notHere,
    copy: notHere,
    scenario: notHere,
    copies: () => Promise.resolve({ kind: 'off' }),
    scriptFolder: () => Promise.resolve(null),
    keepScriptFolder: () => Promise.resolve(true),
    keepCopies: () => Promise.resolve({ kind: 'off' }),
    erase: () => Promise.resolve({ left: [] }),
    pack: notHere,
    restore: notHere,
    story: (_, session) => {
      const teller = new StoryTeller(createWorld(file), session);
      for (const event of log) teller.add(event);
      const { story } = teller;
      return Promise.resolve(story && { ...story, before: worldToJson(story.before), seq: log.length });
    },
    steps: () => Promise.resolve(steps),
    momentAt: (_, seq) => {
      const events = log.slice(0, seq);
      return Promise.resolve({ world: worldToJson(events.reduce(fold, createWorld(file))), events });
    },
    stepMarks: () => Promise.resolve([]),
    bookmark: notHere,
    tests: () => Promise.resolve([]),
    saveTests: () => Promise.resolve(null),
    deleteTests: () => Promise.resolve(null),
    rename: () => Promise.resolve(null),
    remove: () => Promise.resolve(null),
    putBack: () => Promise.resolve(null),
    startOver: () => {
      world = createWorld(file);
      log = [];
      steps = 0;
      return Promise.resolve(workspace);
    },
    takeAlong: () => Promise.resolve(),
    dispatch: ({ input }) => Promise.resolve(take(input)),
    events: (_, from, to) => Promise.resolve(log.slice(from - 1, to)),
    setClock: (_, next) => {
      clock = next;
      listener({ type: 'clock', workspace: workspace.id, clock, now: world.now });
      return Promise.resolve();
    },
    nextTimer: () => {
      const due = nextTimer(world);
      if (due === null)
        return Promise.resolve({ kind: 'refused', reason: asText('Nothing waits for its time.') });
      return Promise.resolve(take({ type: 'clock.advances', by: due - world.now }));
    },
    jump: (_, { to, timers }) =>
      Promise.resolve(take({ type: 'clock.advances', by: to - world.now, timers })),
    saveDraft: (_, key, text) => {
      drafts[key] = text;
      return Promise.resolve(true);
    },
  };
}

/** What a world is after these inputs, all of which are taken. */
export async function worldAfter(file: WorldFile, inputs: readonly Input[]): Promise<World> {
  const engine = createFakeEngine(file, () => undefined);
  for (const input of inputs) {
    const answer = engine.take(input);
    if (answer.kind !== 'committed') throw new Error(JSON.stringify(answer));
  }
  const opened = await engine.open(null);
  if ('problem' in opened) throw new Error(opened.problem.reason.code);
  return worldFromJson(opened.world);
}
