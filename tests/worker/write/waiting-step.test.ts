import { describe, expect, it } from 'vitest';
import { StopFinder } from '../../../src/debug/stops.ts';
import type { Breakpoint } from '../../../src/debug/breakpoints.ts';
import { begin, move, shown } from '../../../src/debug/session.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import type { Answer } from '../../../src/protocol/engine-api.ts';
import type { Log } from '../../../src/storage/log.ts';
import { MemoryLog } from '../../../src/storage/memory-log.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import { LiveClock } from '../../../src/worker/clock/live-clock.ts';
import { loadWorld, type Loaded } from '../../../src/worker/write/load-world.ts';
import { realEngine } from '../../../src/worker/real-engine.ts';
import { recordConversation } from '../../../src/worker/keeping/record-scenario.ts';
import { createRunScript } from '../../../src/bots/run-script.ts';
import { replay } from '../../../src/scenario/replay.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { writeScenario } from '../../../src/scenario/write.ts';
import { Snapshots } from '../../../src/worker/write/snapshots.ts';
import { StepRunner, type WaitingStep } from '../../../src/worker/write/step-runner.ts';
import { Writer } from '../../../src/worker/write/writer.ts';
import { settle } from '../../support/fake-time.ts';
import { withAppend } from '../../support/faulty-storage.ts';
import { oneBot } from '../../support/one-bot.ts';

const source =
  'Integer n = 1;\nHTTP h;\nByte[] answer = h.get("https://x.test/");\nprint(n.toString() + String(answer));';
const file = oneBot([{ id: 2, name: 'bot session created', source }]);
const connects: Input = { type: 'customer.connects', channel: 1 };
const advances: Input = { type: 'clock.advances', by: 1000 };

/** A workspace whose writer lets breakpoints and questions of the network have steps wait. */
async function opened(
  breakpoints: readonly Breakpoint[],
  { asks = false, wrap = (log: Log) => log }: { asks?: boolean; wrap?: (log: Log) => Log } = {},
) {
  let monotonic = 0;
  const engine = realEngine();
  const log = wrap(new MemoryLog());
  await log.create({ id: 'w', name: 'W', createdAt: 0 }, file, []);
  const fence = await log.claim('w');
  const load = async (): Promise<Loaded> => {
    const loaded = await loadWorld(engine, log, 'w');
    if (loaded === undefined) throw new Error('gone');
    return loaded;
  };
  const loaded = await load();
  await engine.prepare?.([], () => Promise.resolve('{}'));
  const clock = new LiveClock(() => monotonic, loaded.world.now, { speed: 1, paused: false });
  const waits: (WaitingStep | null)[] = [];
  const timers = { after: () => () => undefined };
  const writer = new Writer(
    {
      engine,
      log,
      fence,
      clock,
      load,
      snapshots: new Snapshots(log, fence, timers, 0),
      hung: new Set(),
      looking: () => ({ observer: new StopFinder(breakpoints).live(), asks }),
      tell: {
        committed: () => undefined,
        reread: () => undefined,
        running: () => undefined,
        waits: (step) => waits.push(step),
        answered: () => undefined,
        moved: () => undefined,
        trouble: () => undefined,
        fenced: () => undefined,
      },
    },
    loaded,
  );
  const answers: string[] = [];
  const post = (id: string, input = connects): Promise<Answer | null> => {
    const answer = writer.post({ id, input });
    void answer.then((given) => answers.push(`${id} ${given?.kind ?? 'nobody'}`));
    return answer;
  };
  /** What waits, and a session that looks at it. */
  const looked = () => {
    const waiting = writer.waiting;
    if (waiting === null) throw new Error('Nothing waits.');
    const { world, step, command, input, at, hand } = waiting;
    const runner = new StepRunner(engine, world, step, { id: command, input }, at);
    return {
      waiting,
      debuggee: runner.debuggee,
      session: begin(runner.debuggee, breakpoints, 'breakpoint', hand),
    };
  };
  const printed = async () =>
    (await log.steps('w', 1, 99)).flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'script.printed' ? [event.text] : [])),
    );
  const later = (milliseconds: number) => {
    monotonic += milliseconds;
  };
  return { writer, log, clock, waits, answers, post, looked, printed, later };
}

const atLine: Breakpoint = { kind: 'line', id: 1, script: 2, line: 4 };

describe('a step at a breakpoint', () => {
  it('waits, with its workspace and its clock; nothing of it is written', async () => {
    const { writer, log, clock, waits, answers, post, later } = await opened([atLine]);
    void post('a');
    void post('b', advances);
    const before = clock.now();
    later(5000);
    await settle();

    expect(waits).toMatchObject([{ command: 'a', step: 1, why: { kind: 'stopped' } }]);
    expect(answers).toEqual([]);
    expect(await log.steps('w', 1, 9)).toEqual([]);
    expect(clock.now()).toBe(before);
    expect(clock.until(before + 1000)).toBeNull();
    expect(writer.waiting?.why).toMatchObject({ snapshot: { frames: [{ line: 4 }] } });
  });

  it('is looked at forwards and backwards, goes on, and what waited behind it comes next', async () => {
    const { writer, waits, answers, post, looked, printed } = await opened([atLine]);
    void post('a');
    void post('b', advances);
    const { debuggee, session } = looked();
    const back = move(session, { command: 'stepBack' });

    expect(shown(debuggee, back)?.frames[0]).toMatchObject({ line: 3 });
    expect(writer.goOn()).toBe(true);
    await settle();
    expect(answers).toEqual(['a committed', 'b committed']);
    expect(waits.at(-1)).toBeNull();
    expect(await printed()).toEqual(['1']);
    expect(writer.goOn()).toBe(false);
  });

  it('goes on with a variable that was changed, is stored with that, and replays the same from its file', async () => {
    const { writer, log, post, printed } = await opened([atLine]);
    void post('a');
    const statement =
      writer.waiting?.why.kind === 'stopped' ? (writer.waiting.why.snapshot?.statement ?? 0) : 0;
    const edits = [{ statement, frame: 0, variable: 'n', value: '7' }];
    writer.goOn({ edits });
    await settle();

    expect(await printed()).toEqual(['7']);
    expect((await log.steps('w', 1, 1))[0]).toMatchObject({ edits });
    const parsed = parseScenario(writeScenario(await recordConversation(log, 'w')));
    if (!parsed.ok) throw new Error('unreadable');
    const again = replay(parsed.scenario, createRunScript());
    expect(again).toMatchObject({ ok: true, verdict: { kind: 'identical' } });
  });

  it('fails where it is stopped, which is stored with it', async () => {
    const { writer, log, post, answers, printed } = await opened([atLine]);
    void post('a');
    writer.goOn({ stoppedAt: 4 });
    await settle();

    expect(answers).toEqual(['a committed']);
    expect(await printed()).toEqual([]);
    const [step] = await log.steps('w', 1, 1);
    expect(step?.stoppedAt).toBe(4);
    expect(step?.events.find(({ type }) => type === 'script.failed')).toMatchObject({ kind: 'Stopped' });
  });

  it('is dropped: refused, and nothing of it stays', async () => {
    const { writer, log, post, answers } = await opened([atLine]);
    void post('a');
    void post('b', advances);
    expect(writer.drop()).toBe(true);
    await settle();

    expect(answers).toEqual(['a refused', 'b committed']);
    expect((await log.steps('w', 1, 9)).map(({ command }) => command)).toEqual(['b']);
    expect(writer.drop()).toBe(false);
  });

  it('does not wait where its condition does not hold, and is committed from a run that nobody looked at', async () => {
    const { waits, answers, post, printed } = await opened([{ ...atLine, condition: 'n == 2' }]);
    void post('a');
    await settle();

    expect(waits).toEqual([]);
    expect(answers).toEqual(['a committed']);
    expect(await printed()).toEqual(['1']);
  });

  it('goes on to the next breakpoint when somebody looks still', async () => {
    const both = [atLine, { ...atLine, id: 2, line: 1 }];
    const { writer, post, waits, printed } = await opened(both);
    void post('a');
    writer.goOn({}, { observer: new StopFinder([atLine]).live() });

    expect(waits.map((step) => step?.why.kind)).toEqual(['stopped', 'stopped']);
    writer.goOn();
    await settle();
    expect(await printed()).toEqual(['1']);
  });

  it('is left to the next writer when this one stops, and answered by nobody here', async () => {
    const { writer, waits, answers, post } = await opened([atLine]);
    void post('a');
    void post('b', advances);
    await writer.stop();
    await settle();

    expect(answers).toEqual(['a nobody', 'b nobody']);
    expect(waits.at(-1)).toBeNull();
    expect(writer.waiting).toBeNull();
  });

  it('is run anew in the world as it is when what came before it could not be written', async () => {
    let isFailing = true;
    const wrap = (log: Log): Log =>
      withAppend(log, async (append) => {
        if (isFailing) {
          isFailing = false;
          throw new StorageError('write', 'Not now.');
        }
        await append();
      });
    const { writer, answers, post, waits, log } = await opened([atLine], { wrap });
    void post('first', advances);
    void post('a');
    void post('b', advances);
    await settle();

    expect(waits.map((step) => step?.command)).toEqual(['a', undefined, 'a']);
    writer.goOn();
    await settle();
    expect(answers).toEqual(['first committed', 'a committed', 'b committed']);
    expect((await log.steps('w', 1, 9)).map(({ command }) => command)).toEqual(['first', 'a', 'b']);
  });
});

describe('a step that waits where writing fails', () => {
  /** Fails the next write once it is told to. */
  const failing = () => {
    const state = { fails: false };
    const wrap = (log: Log): Log =>
      withAppend(log, async (append) => {
        if (state.fails) {
          state.fails = false;
          throw new StorageError('write', 'Not now.');
        }
        await append();
      });
    return { state, wrap };
  };

  it('is taken anew with what was done to it by hand', async () => {
    const { state, wrap } = failing();
    const { writer, post, printed } = await opened([], { wrap, asks: true });
    void post('a');
    await settle();
    state.fails = true;

    const answers = [{ method: 'GET', url: 'https://x.test/', status: 200, body: '!' }];
    writer.goOn({ answers }, { asks: true });
    await settle();

    expect(await printed()).toEqual(['1!']);
  });

  it('is taken anew before what came behind it, in order', async () => {
    const { state, wrap } = failing();
    const { writer, post, log } = await opened([atLine], { wrap });
    void post('a');
    void post('b', advances);
    void post('c');
    await settle();
    state.fails = true;

    writer.goOn();
    await settle();
    while (writer.goOn()) await settle();

    expect((await log.steps('w', 1, 9)).map(({ command }) => command)).toEqual(['a', 'b', 'c']);
  });
});

describe('a step that needs an answer of the network', () => {
  it('waits for it, and is stored with it', async () => {
    const { writer, log, post, printed } = await opened([], { asks: true });
    void post('a');
    expect(writer.waiting?.why).toMatchObject({
      kind: 'needs',
      request: { method: 'GET', url: 'https://x.test/' },
    });
    const answers = [{ method: 'GET', url: 'https://x.test/', status: 200, body: '!' }];
    writer.goOn({ answers }, { asks: true });
    await settle();

    expect(await printed()).toEqual(['1!']);
    expect((await log.steps('w', 1, 1))[0]).toMatchObject({ answers });
  });

  it('goes on without one when nobody is asked any more', async () => {
    const { writer, post, printed } = await opened([], { asks: true });
    void post('a');
    writer.goOn();
    await settle();

    expect(await printed()).toEqual(['1']);
  });
});
