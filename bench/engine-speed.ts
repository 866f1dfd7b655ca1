import { checkScript } from '../src/bots/check-script.ts';
import { createRunScript } from '../src/bots/run-script.ts';
import { createWorld } from '../src/engine/create-world.ts';
import type { Diagnostic } from '../src/crmscript/diagnostic.ts';
import type { WorldFile } from '../src/engine/definition.ts';
import type { RecordedEvent } from '../src/engine/events.ts';
import type { Input } from '../src/engine/inputs.ts';
import { step } from '../src/engine/step.ts';
import type { World } from '../src/engine/world.ts';
import type { Amounts } from './amounts.ts';
import { measureDebugger, type DebugSpeed } from './debug-speed.ts';
import { median, timed } from './statistics.ts';
import { measureTests, type TestsSpeed } from './tests-speed.ts';
import { busyNative, busyScript, connects, longScript, message, withMessageScript } from './workload.ts';

/** Medians over interleaved rounds, each figure beside the plain work that it is compared with. */
export type EngineSpeed = {
  /** Microseconds a message of the customer, the bot's answer included: in sessions of 100 messages, in a long one. */
  readonly shortSession: number;
  readonly longSession: number;
  readonly eventsPerMessage: number;
  /** Microseconds to write the events of one message as JSON and read them again. */
  readonly json: number;
  /** Milliseconds to check 2,000 lines; to read JSON of the same length. */
  readonly check: number;
  readonly checkJson: number;
  /** Nanoseconds a statement of CRMScript; the whole program in plain JavaScript, on the same count. */
  readonly statement: number;
  readonly native: number;
  readonly debugging: DebugSpeed;
  readonly tests: TestsSpeed;
};

const sessionLength = 100;
const sample = 1000;

/** A world on its way: takes inputs one after the other, as the worker does, and keeps the newest events. */
class Player {
  world: World;
  events: readonly RecordedEvent[] = [];
  #step = 0;
  readonly #runScript = createRunScript();

  constructor(world: World, at = 0) {
    this.world = world;
    this.#step = at;
  }

  take(input: Input): void {
    const outcome = step(this.world, { step: ++this.#step, input }, this.#runScript);
    if (outcome.kind !== 'committed') throw new Error(`An input of the benchmark was ${outcome.kind}.`);
    this.world = outcome.world;
    this.events = outcome.events;
  }

  takeMessages(from: number, to: number): void {
    for (let n = from; n <= to; n++) this.take(message(n));
  }
}

const connected = (world: WorldFile): Player => {
  const player = new Player(createWorld(world));
  player.take(connects);
  return player;
};

/** Times the engine without storage. Needs nothing but a clock, so it runs alike in Node and in a worker. */
export function measureEngine(world: WorldFile, amounts: Amounts): EngineSpeed {
  const length = Math.max(amounts.longSession, 2 * sample);
  const long = connected(world);
  long.takeMessages(1, length - sample);
  const events = eventsOf(world);
  const busy = withMessageScript(world, busyScript);
  const bare = createWorld(world);
  const statements = statementsOf(busy);
  const text = jsonOfLength(longScript.length);
  const times: Record<keyof Omit<EngineSpeed, 'eventsPerMessage' | 'debugging' | 'tests'>, number[]> = {
    shortSession: [],
    longSession: [],
    json: [],
    check: [],
    checkJson: [],
    statement: [],
    native: [],
  };

  for (let round = -1; round < amounts.rounds; round++) {
    const player = new Player(long.world, length);
    const now = {
      shortSession: (1000 * shortSessions(world)) / sample,
      longSession: (1000 * lastOf(player, length)) / sample,
      json: 1000 * timeOf(sample, () => JSON.parse(JSON.stringify(events))),
      check: timeOf(5, () => check(bare)),
      checkJson: timeOf(50, () => JSON.parse(text)),
      statement: (1e6 * busyTime(busy)) / statements,
      native: (1e6 * timeOf(10, busyNative)) / statements,
    };
    if (round < 0) continue; // the first round warms up
    for (const key of Object.keys(times) as (keyof typeof times)[]) times[key].push(now[key]);
  }
  const medians = Object.fromEntries(Object.entries(times).map(([key, all]) => [key, median(all)]));
  return {
    ...(medians as Record<keyof typeof times, number>),
    eventsPerMessage: events.length,
    debugging: measureDebugger(busy, amounts.rounds),
    tests: measureTests(world, amounts.rounds),
  };
}

/** Milliseconds that the work takes each of so many times. */
function timeOf(times: number, work: () => unknown): number {
  const all = timed(() => {
    for (let n = 0; n < times; n++) work();
  });
  return all / times;
}

/** Milliseconds for the messages of all short sessions, without what opens them. */
function shortSessions(world: WorldFile): number {
  const players = Array.from({ length: sample / sessionLength }, () => connected(world));
  return timed(() => {
    for (const player of players) player.takeMessages(1, sessionLength);
  });
}

/** Milliseconds for the last messages of a session of `length` messages. */
function lastOf(player: Player, length: number): number {
  return timed(() => {
    player.takeMessages(length - sample + 1, length);
  });
}

function eventsOf(world: WorldFile): readonly RecordedEvent[] {
  const player = connected(world);
  player.takeMessages(1, 2);
  return player.events;
}

function check(world: World): readonly Diagnostic[] {
  const found = checkScript(world, longScript, 'long script');
  const mistake = found.find(({ severity }) => severity === 'error');
  if (mistake !== undefined) throw new Error(`The script to check has a mistake: ${mistake.message}`);
  return found;
}

function busyTime(world: WorldFile): number {
  const player = connected(world);
  return timed(() => {
    player.take(message(1));
  });
}

function statementsOf(world: WorldFile): number {
  const player = connected(world);
  player.take(message(1));
  const counts = player.events.flatMap((event) =>
    event.type === 'script.finished' ? [event.statements] : [],
  );
  const failed = player.events.find((event) => event.type === 'script.failed');
  if (failed !== undefined) throw new Error(`The busy script failed: ${failed.failure.code}`);
  return Math.max(...counts);
}

/** JSON as a page reads it, cut to `length` characters by the number of its entries. */
function jsonOfLength(length: number): string {
  const entry = { id: 1000, name: 'Ada Berg', text: 'When will it arrive?', shown: true };
  const size = JSON.stringify(entry).length + 1;
  return JSON.stringify(Array.from({ length: Math.ceil(length / size) }, () => entry));
}
