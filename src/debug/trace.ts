import type { EventName } from '../engine/events.ts';
import type { Doing, Moment, Place, Thrown, Watch } from '../engine/watch.ts';

/** A statement of a script, as a place in its text. */
export type TracedPlace = Pick<Place, 'script' | 'routine' | 'line' | 'column' | 'order' | 'block'>;

/** A call: how many are open around it, and which one made it; -1 where that is the engine. */
export type TracedFrame = { readonly depth: number; readonly parent: number };

/** An event, and the statement that it came of. */
export type TracedEvent = { readonly seq: number; readonly type: EventName; readonly statement: number };

export type TracedFailure = Thrown & { readonly statement: number };

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
  readonly #placesByOrder = new Map<number, number[]>();
  readonly #frames: TracedFrame[] = [];
  /** The open calls, outermost first: which object each is, its number, and its last statement. */
  readonly #open: { frame: object; number: number; statement: number }[] = [];
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
    return this.outer(inner, (this.#frames[inner]?.depth ?? 0) - depth) === outer;
  }

  /** What fills it while the step runs; each statement is told of once, in order. */
  watch(): Watch {
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

  reached(moment: Moment): void {
    const { depth, frame } = moment;
    const known = this.#open[depth];
    this.#open.length = Math.min(this.#open.length, depth + 1);
    const number = known?.frame === frame ? known.number : this.#enter(frame, depth);
    this.#open[depth] = { frame, number, statement: moment.statement };
    this.#placeOf.push(this.#place(moment));
    this.#frameOf.push(number);
  }

  emitted(seq: number, type: EventName, during: Doing): void {
    this.events.push({ seq, type, statement: this.lastOf(during) });
  }

  /** The statement that runs in the call at a depth. */
  lastOf({ statement, depth }: Doing): number {
    return this.#open[depth]?.statement ?? statement;
  }

  #enter(_frame: object, depth: number): number {
    const parent = this.#open[depth - 1]?.number ?? -1;
    return this.#frames.push({ depth, parent }) - 1;
  }

  #place(moment: Moment): number {
    const { script, routine, line, column, order } = moment;
    const known = this.#placesByOrder.get(order) ?? [];
    for (const number of known) {
      const place = this.#places[number];
      if (place?.script === script && place.line === line && place.column === column) return number;
    }
    const { from, to } = moment.block;
    const number = this.#places.push({ script, routine, line, column, order, block: { from, to } }) - 1;
    this.#placesByOrder.set(order, [...known, number]);
    return number;
  }
}
