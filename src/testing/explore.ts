import type { RecordedEvent } from '../engine/events.ts';
import type { Input } from '../engine/inputs.ts';
import type { Said } from '../engine/said.ts';
import type { RunScript } from '../engine/script-call.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { Matcher } from '../scenario/match.ts';
import type { StepFailure } from '../scenario/replay.ts';
import { keptAsTest } from './explore/kept.ts';
import type { Breach } from './explore/judge.ts';
import {
  allOrders,
  blocksOf,
  countOrders,
  onlyBlock,
  sizeOf,
  swappedPairs,
  swapsBetween,
  type Dealable,
  type Order,
} from './explore/orders.ts';
import { planOf, type Plan } from './explore/plan.ts';
import { OrderRunner, type Frame, type Turn } from './explore/run-orders.ts';
import { randomOrders } from './explore/schedules.ts';
import { shortened } from './explore/shorten.ts';
import { brokenAt } from './explore/turns.ts';

/** How orders are looked for. */
export type ExploreOptions = {
  /** Inputs of different actors may change places if they lie so many milliseconds apart, or less. */
  readonly window?: number | undefined;
  /** At most so many orders are tried; as many as there are of eight concurrent inputs, or a thousand, where it is left out. */
  readonly runs?: number | undefined;
  /** Of the random orders, where there are too many to try all. */
  readonly seed?: number | undefined;
  /** What decides `{ "matches": … }`. Without it, no text matches. */
  readonly matcher?: Matcher | undefined;
  /** What a failing order is called that is kept as a test. */
  readonly nameOf?: ((name: string) => string) | undefined;
};

export const exploreDefaults = { window: 2000, seed: 1 } as const;

/** Every order of so many concurrent inputs is tried. */
const wholeUpTo = 8;
/** There are 40,320 orders of eight inputs. */
const mostOfWhole = 50_000;
const mostAtRandom = 1000;
/** So many different things that break are told of. */
const mostFindings = 8;

/** A turn of an order, as people are told of it. */
export type ExploredStep = {
  /** Its step in the file, from 1; 0 is the time after the last one. */
  readonly step: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As it is said in this order. */
  readonly input: Input;
  readonly refused: Said | null;
  readonly events: readonly RecordedEvent[];
  /** Whether it stands the other way round to another step than in the order beside it. */
  readonly isSwapped: boolean;
  /** False for what comes after the breach: it was not played. */
  readonly isReached: boolean;
};

/** Something that breaks in some orders: the shortest of them, and the nearest in which nothing breaks. */
export type Finding = {
  readonly breach: Breach;
  /** In so many of the orders that were tried it is the first thing that breaks. */
  readonly orders: number;
  /** Whether it breaks in the order of the file too. */
  readonly isAsInFile: boolean;
  readonly failing: readonly ExploredStep[];
  readonly passing: readonly ExploredStep[] | null;
  /** So many swaps of neighbours lie between the two. */
  readonly swaps: number;
  /** The failing order as a scenario that expects what does not hold in it. */
  readonly kept: ScenarioFile;
};

export type Explored = {
  /** How many orders were tried. */
  readonly tried: number;
  /** How many there are; null when they are too many to be counted. */
  readonly of: number | null;
  /** How many of those that were tried break something. */
  readonly failing: number;
  /** The shortest first. */
  readonly findings: readonly Finding[];
};

/** How far it has come. */
export type ExploreProgress = {
  readonly tried: number;
  /** So many will be tried. */
  readonly of: number;
  readonly failing: number;
};

/** A scenario that cannot be played is not explored: the step, and why. */
export type NotExplored = { readonly failure: StepFailure };

/**
 * Deals the inputs of different actors that lie within the window anew onto the same instants, and tells in which orders
 * something breaks: an expectation of the scenario, or what holds always. Each actor keeps their
 * own order. The same options give the same answer. It can be left after every order: `conclude` then tells of those that
 * were tried.
 */
export class Exploration {
  readonly #scenario: ScenarioFile;
  readonly #options: ExploreOptions;
  readonly #plan: Plan;
  readonly #runner: OrderRunner;
  readonly #orders: Iterator<Order>;
  readonly #toTry: number;
  readonly #there: number | null;
  readonly #found = new Map<string, Found>();
  #tried = 0;
  #failing = 0;

  private constructor(scenario: ScenarioFile, plan: Plan, run: RunScript, options: ExploreOptions) {
    this.#scenario = scenario;
    this.#options = options;
    this.#plan = plan;
    this.#runner = new OrderRunner(plan, run, options.matcher ?? (() => false));
    this.#there = countOrders(plan.steps);
    const { orders, count } = ordersToTry(plan.steps, this.#there, options);
    this.#orders = orders;
    this.#toTry = count;
  }

  /** Plays the scenario once as it is. */
  static of(scenario: ScenarioFile, run: RunScript, options: ExploreOptions = {}): Exploration | NotExplored {
    const plan = planOf(scenario, options.window ?? exploreDefaults.window, run);
    return 'failure' in plan ? plan : new Exploration(scenario, plan, run, options);
  }

  get progress(): ExploreProgress {
    return { tried: this.#tried, of: this.#toTry, failing: this.#failing };
  }

  /** Tries the next order; false when there is none left. */
  next(): boolean {
    const next = this.#orders.next();
    if (next.done === true) return false;
    const order = next.value;
    this.#tried++;
    const turns = order.map((step, place): Turn => ({ step, at: this.#plan.steps[place]?.at ?? 0 }));
    const frames = this.#runner.run(turns);
    const breach = frames.at(-1)?.breaches[0];
    if (breach === undefined) return true;
    this.#failing++;
    const swaps = swapsBetween(
      order,
      order.map((_, place) => place),
    );
    const found = { breach, turns, length: frames.length, swaps, orders: 1 };
    const before = this.#found.get(breach.key);
    if (before === undefined) this.#found.set(breach.key, found);
    else {
      const best = isShorter(found, before) ? found : before;
      this.#found.set(breach.key, { ...best, orders: before.orders + 1 });
    }
    return true;
  }

  /** What was found in the orders that were tried. */
  conclude(): Explored {
    const best = [...this.#found.values()].sort((a, b) => (isShorter(a, b) ? -1 : 1)).slice(0, mostFindings);
    const findings = best
      .map((found) => this.#tell(found))
      .sort((a, b) => a.failing.length - b.failing.length || a.swaps - b.swaps);
    return { tried: this.#tried, of: this.#there, failing: this.#failing, findings };
  }

  #tell({ breach, turns, orders, swaps }: Found): Finding {
    const runner = this.#runner;
    const pair = shortened(runner, turns, breach);
    const frames = runner.run(pair.failing);
    const last = brokenAt(runner, pair.failing, breach) ?? breach;
    const { passing } = pair;
    const other = passing === null ? null : runner.run(passing.turns);
    const rest = pair.failing.slice(frames.length);
    const swapped = new Set(
      passing === null ? [] : swappedPairs(stepsOf(pair.failing), stepsOf(passing.turns)).flat(),
    );
    const name = this.#options.nameOf?.(this.#scenario.name) ?? this.#scenario.name;
    return {
      breach: last,
      orders,
      isAsInFile: swaps === 0,
      failing: [
        ...frames.map((frame) => told(frame, swapped)),
        ...rest.map((turn) => notReached(this.#plan, turn, swapped)),
      ],
      passing: other?.map((frame) => told(frame, swapped)) ?? null,
      swaps: passing?.swaps ?? 0,
      kept: keptAsTest(this.#plan, name, frames, last),
    };
  }
}

type Found = {
  readonly breach: Breach;
  readonly turns: readonly Turn[];
  /** So many turns were taken until it broke. */
  readonly length: number;
  /** How far it is from the order of the file. */
  readonly swaps: number;
  readonly orders: number;
};

const isShorter = (one: Found, other: Found): boolean =>
  one.length < other.length || (one.length === other.length && one.swaps < other.swaps);

const stepsOf = (turns: readonly Turn[]): Order => turns.map(({ step }) => step);

const told = (frame: Frame, swapped: ReadonlySet<number>): ExploredStep => ({
  step: frame.step + 1,
  at: Math.max(frame.at, frame.before),
  input: frame.input,
  refused: frame.refusal,
  events: frame.events,
  isSwapped: swapped.has(frame.step),
  isReached: true,
});

/** What would have come after the breach. */
const notReached = ({ steps }: Plan, { step, at }: Turn, swapped: ReadonlySet<number>): ExploredStep => ({
  step: step + 1,
  at,
  input: steps[step]?.entry.input ?? { type: 'clock.advances', by: 0 },
  refused: null,
  events: [],
  isSwapped: swapped.has(step),
  isReached: false,
});

/**
 * All orders, where they are not too many: they come so that neighbours share long beginnings. Else all of each run of up to
 * eight concurrent inputs, the others as in the file, and random ones from the seed.
 */
function ordersToTry(
  steps: Dealable,
  there: number | null,
  { runs, seed = exploreDefaults.seed }: ExploreOptions,
): { readonly orders: Iterator<Order>; readonly count: number } {
  const blocks = blocksOf(steps).filter((block) => sizeOf(steps, block) > 1);
  const small = blocks.filter((block) => sizeOf(steps, block) <= wholeUpTo);
  const most = runs ?? (small.length === blocks.length ? mostOfWhole : mostAtRandom);
  if (there !== null && there <= most) return { orders: allOrders(steps), count: there };
  const chosen = new Map<string, Order>();
  for (const block of small) {
    const only = onlyBlock(steps, block);
    const count = countOrders(only) ?? Number.POSITIVE_INFINITY;
    if (chosen.size + count <= most) for (const order of allOrders(only)) chosen.set(order.join(), order);
  }
  const wanted = Math.min(most, runs ?? chosen.size + mostAtRandom);
  let tries = 0;
  for (const order of randomOrders(steps, seed)) {
    if (chosen.size >= wanted || ++tries > 20 * wanted) break;
    chosen.set(order.join(), order);
  }
  const inTurn = [...chosen.values()].sort(inOrder);
  return { orders: inTurn.values(), count: inTurn.length };
}

function inOrder(one: Order, other: Order): number {
  const place = one.findIndex((step, index) => step !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

/** Explores to the end. */
export function explore(
  scenario: ScenarioFile,
  run: RunScript,
  options: ExploreOptions = {},
): Explored | NotExplored {
  const exploration = Exploration.of(scenario, run, options);
  if ('failure' in exploration) return exploration;
  while (exploration.next());
  return exploration.conclude();
}
