import type { EventName } from '../engine/events.ts';
import type {
  Doing,
  ObservedStatement,
  StatementLocation,
  Thrown,
  StepObserver,
} from '../engine/step-observer.ts';

/** A statement of a script, as a place in its text. */
export type TracedPlace = Pick<
  StatementLocation,
  'script' | 'routine' | 'line' | 'column' | 'order' | 'block'
>;

/** A call: how many are open around it, and which one made it; -1 where that is the engine. */
export type TracedFrame = { readonly depth: number; readonly parent: number };

/** An event, the statement that it came of, and the last one that had begun by then, wherever. */
export type TracedEvent = {
  readonly seq: number;
  readonly type: EventName;
  readonly statement: number;
  readonly after: number;
};

export type TracedFailure = Thrown & { readonly statement: number };

type OpenCall = { readonly frame: object; readonly number: number; statement: number };

/** Numbers that grow one by one. */
class Numbers {
  #values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const more = new Int32Array(2 * this.length);
      more.set(this.#values);
      this.#values = more;
    }
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return index < this.length ? (this.#values[index] ?? -1) : -1;
  }
}

/**
 * All statements of a step in the order in which they ran, numbered from 1: where each stands and to which call it belongs. It is
 * what moves go by, so that none of them has to run anything.
 */
export class Trace {
  readonly #placeOf = new Numbers();
  readonly #frameOf = new Numbers();
  readonly #places: TracedPlace[] = [];
  readonly #numberOf = new Map<object, number>();
  readonly #frames: TracedFrame[] = [];
  /** The open calls, outermost first: which object each is, its number, and its last statement. */
  readonly #open: (OpenCall | undefined)[] = [];
  readonly events: TracedEvent[] = [];
  readonly failures: TracedFailure[] = [];

  /** How many statements ran. */
  get length(): number {
    return this.#placeOf.length;
  }

  /** Where a statement stands; undefined for one that did not run. */
  placeOf(statement: number): TracedPlace | undefined {
    return this.#places[this.#placeOf.at(statement - 1)];
  }

  /** The number of the call that a statement belongs to; -1 for one that did not run. */
  frameOf(statement: number): number {
    return this.#frameOf.at(statement - 1);
  }

  frame(number: number): TracedFrame | undefined {
    return this.#frames[number];
  }

  /** The scripts whose statements ran. */
  get scripts(): ReadonlySet<number> {
    return new Set(this.#places.map(({ script }) => script));
  }

  depthOf(statement: number): number {
    return this.#frames[this.frameOf(statement)]?.depth ?? 0;
  }

  /** The call that many calls further out; -1 beyond the outermost. */
  outer(frame: number, calls: number): number {
    let number = frame;
    for (let n = 0; n < calls && number >= 0; n++) number = this.#frames[number]?.parent ?? -1;
    return number;
  }

  /** Whether a call is another one, or open around it. */
  isAround(outer: number, inner: number): boolean {
    const depth = this.#frames[outer]?.depth ?? 0;
    let call = inner;
    while ((this.#frames[call]?.depth ?? -1) > depth) call = this.#frames[call]?.parent ?? -1;
    return call === outer;
  }

  /** What fills it while the step runs; each statement is told of once, in order. */
  observer(): StepObserver {
    return {
      from: 1,
      reached: (moment) => {
        this.reached(moment);
        return false;
      },
      emitted: ({ seq, type }, during) => {
        this.emitted(seq, type, during);
        return false;
      },
      thrown: (thrown, during) => {
        this.failures.push({ ...thrown, statement: this.lastOf(during) });
        return false;
      },
    };
  }

  reached(moment: ObservedStatement): void {
    const { depth, frame } = moment;
    const known = this.#open[depth];
    const open = known?.frame === frame ? known : this.#enter(frame, depth);
    open.statement = moment.statement;
    this.#placeOf.push(this.#place(moment));
    this.#frameOf.push(open.number);
  }

  emitted(seq: number, type: EventName, during: Doing): void {
    this.events.push({ seq, type, statement: this.lastOf(during), after: this.length });
  }

  /** The statement that runs in the call at a depth. */
  lastOf({ statement, depth }: Doing): number {
    return this.#open[depth]?.statement ?? statement;
  }

  /** A call begins; those that were open as deep, or deeper, have ended. */
  #enter(frame: object, depth: number): OpenCall {
    this.#open.length = Math.min(this.#open.length, depth);
    // A variable's beginning may call a function before the first statement around it.
    const parent = this.#open.findLast((other) => other !== undefined)?.number ?? -1;
    const number = this.#frames.push({ depth, parent }) - 1;
    const open = { frame, number, statement: 0 };
    this.#open[depth] = open;
    return open;
  }

  #place(moment: ObservedStatement): number {
    const { site } = moment;
    const known = this.#numberOf.get(site);
    if (known !== undefined) return known;
    const { script, routine, line, column, order } = moment;
    const { from, to } = moment.block;
    const number = this.#places.push({ script, routine, line, column, order, block: { from, to } }) - 1;
    this.#numberOf.set(site, number);
    return number;
  }
}

/** The statement with which a call began. */
export function firstOfCall(trace: Trace, call: number): number {
  let first = 1;
  while (trace.frameOf(first) !== call && first <= trace.length) first++;
  return first;
}
