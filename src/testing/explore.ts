import type { RunScript } from '../engine/script-call.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { Matcher } from '../scenario/match.ts';
import type { StepFailure } from '../scenario/replay.ts';
import { ordersToTry } from './explore/choose-orders.ts';
import type { Breach } from './explore/judge.ts';
import { keptAsTest } from './explore/kept.ts';

import { countOrders, swappedPairs, swapsBetween, type Order } from './explore/orders.ts';
import { planOf, type Plan } from './explore/plan.ts';
import { OrderRunner, type Turn } from './explore/run-orders.ts';
import { shortened } from './explore/shorten.ts';
import { notReached, told, type ExploredStep } from './explore/tell.ts';
import { brokenAt } from './explore/turns.ts';

export type { BuiltIn } from './explore/built-in.ts';
export type { Breach } from './explore/judge.ts';
export type { Doer, ExploredLine, LineOf } from './explore/lines.ts';
export type { ExploredStep } from './explore/tell.ts';

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

/** So many different things that break are told of. */
const mostFindings = 5;

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
  readonly #found = new Map<string, FailingOrder>();
  #tried = 0;
  #failing = 0;

  private constructor(scenario: ScenarioFile, plan: Plan, run: RunScript, options: ExploreOptions) {
    this.#scenario = scenario;
    this.#options = options;
    this.#plan = plan;
    this.#runner = new OrderRunner(plan, run, options.matcher ?? (() => false));
    this.#there = countOrders(plan.steps);
    const { orders, count } = ordersToTry(plan.steps, this.#there, {
      runs: options.runs,
      seed: options.seed ?? exploreDefaults.seed,
    });
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
    const concluding = this.concluding();
    for (;;) {
      const next = concluding.next();
      if (next.done === true) return next.value;
    }
  }

  /** The same, with a pause after each thing that breaks: to make its order short takes a while. */
  *concluding(): Generator<undefined, Explored> {
    const best = [...this.#found.values()].sort((a, b) => (isShorter(a, b) ? -1 : 1)).slice(0, mostFindings);
    const findings: Finding[] = [];
    for (const found of best) {
      findings.push(this.#tell(found));
      yield;
    }
    findings.sort((a, b) => a.failing.length - b.failing.length || a.swaps - b.swaps);
    return { tried: this.#tried, of: this.#there, failing: this.#failing, findings };
  }

  #tell({ breach, turns, orders, swaps }: FailingOrder): Finding {
    const runner = this.#runner;
    const pair = shortened(runner, turns, breach);
    const frames = runner.run(pair.failing);
    const last = brokenAt(runner, pair.failing, breach) ?? breach;
    const { passing } = pair;
    const other = passing === null ? null : runner.run(passing.turns);
    const rest = pair.failing.slice(frames.length);
    const end = frames.at(-1);
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
        ...(end === undefined ? [] : rest.map((turn) => notReached(this.#plan, turn, end, swapped))),
      ],
      passing: other?.map((frame) => told(frame, swapped)) ?? null,
      swaps: passing?.swaps ?? 0,
      kept: keptAsTest(this.#plan, name, frames, last),
    };
  }
}

type FailingOrder = {
  readonly breach: Breach;
  readonly turns: readonly Turn[];
  /** So many turns were taken until it broke. */
  readonly length: number;
  /** How far it is from the order of the file. */
  readonly swaps: number;
  readonly orders: number;
};

const isShorter = (one: FailingOrder, other: FailingOrder): boolean =>
  one.length < other.length || (one.length === other.length && one.swaps < other.swaps);

const stepsOf = (turns: readonly Turn[]): Order => turns.map(({ step }) => step);

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
