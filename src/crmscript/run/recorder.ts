import type { BoundExpression, Site } from '../analysis/types/bound-tree.ts';
import { Provenance, type LibraryCall, type StatementRun } from './provenance.ts';

/** What an embedder adds to a record of how values came to be. */
export type Outside = {
  /** Grows with whatever happens outside the scripts. */
  count(): number;
  /** What is to be remembered of a call of the library that has just given a value. */
  note(owner: string, name: string, receiver: unknown, args: readonly unknown[]): unknown;
  /** What a function without an object reads and writes: the same object for the same things. */
  keeper(name: string, run: object): object;
};

/** A call of the library that has begun. */
type Open = {
  readonly code: BoundExpression;
  readonly mark: number;
  readonly here: StatementRun;
  /** What had happened outside before it ran: what its arguments did is not counted. */
  outside: number;
};

export type RecordMark = { readonly size: number; readonly open: number; readonly here: StatementRun };

/** Kept on the object itself: of a hundred thousand frames, a map of what belongs to which takes longer to tidy than all else. */
const heldBy = Symbol('held by');
type Holder = { [heldBy]?: (Provenance | undefined)[] };

const nobody: readonly Provenance[] = [];

/** So many of the things that were done to an object are named for a part of it of which no more is known. */
const mostDone = 10;

/**
 * Records, while the scripts of a step run, what each value was made of. Each expression that has been evaluated leaves its value
 * and how it was made on a stack, from which the one around it takes them; what variables, fields and elements hold is remembered
 * by the object that has them. One for all scripts of a step.
 */
export class Recorder {
  readonly outside: Outside;
  /** The statement that runs. */
  here: StatementRun;
  /** What has been evaluated and not yet been used, with how it was made. */
  readonly values: unknown[] = [];
  readonly mades: Provenance[] = [];
  /** The calls of the library that run, innermost last. */
  readonly #open: Open[] = [];
  readonly #histories = new WeakMap<object, Provenance[]>();
  /** How that came to be which a `foreach` goes through. */
  readonly lists = new WeakMap<object, Provenance>();
  readonly #kept = new WeakMap<object, Map<string, Provenance>>();
  /** What the last `return` gave; undefined where a call ends without. */
  returned: Provenance | undefined;
  /** What was thrown last. */
  thrown: Provenance | undefined;
  #isByHand = false;
  /** Which run of a script it is told of. */
  run: object = this;
  #lastSlots: object | undefined;
  #lastHeld: (Provenance | undefined)[] | undefined;

  constructor(outside: Outside, nowhere: Site) {
    this.outside = outside;
    this.here = { statement: 0, site: nowhere, run: this };
  }

  get size(): number {
    return this.mades.length;
  }

  push(value: unknown, made: Provenance): void {
    this.values.push(value);
    this.mades.push(made);
  }

  /** Takes all that was left since the stack had a size. */
  take(size: number): readonly Provenance[] {
    if (this.mades.length === size) return nobody;
    const taken = this.mades.slice(size);
    this.drop(size);
    return taken;
  }

  drop(size: number): void {
    this.mades.length = size;
    this.values.length = size;
  }

  /** What the call that has just ended returned. */
  takeReturned(): Provenance | undefined {
    const { returned } = this;
    this.returned = undefined;
    return returned;
  }

  mark(): RecordMark {
    return { size: this.mades.length, open: this.#open.length, here: this.here };
  }

  /** Goes back to where a mark was set, after a failure. */
  goBack({ size, open, here }: RecordMark): void {
    this.drop(size);
    this.#open.length = open;
    this.here = here;
  }

  begin(code: BoundExpression): Open {
    const { here, mades } = this;
    const open = { code, mark: mades.length, here, outside: this.outside.count() };
    this.#open.push(open);
    return open;
  }

  end(): void {
    this.#open.length -= 1;
    const around = this.#open.at(-1);
    if (around?.here.run === this.run) around.outside = this.outside.count();
  }

  /** The call of the library inside which something else runs now, with what it was given. */
  around(): Provenance | undefined {
    const open = this.#open.at(-1);
    if (open === undefined) return undefined;
    const { here, outside } = open;
    const called: LibraryCall = {
      history: nobody,
      upTo: 0,
      outside,
      outsideAfter: this.outside.count(),
      note: undefined,
    };
    return new Provenance('called', here, open.code, null, this.mades.slice(open.mark), called);
  }

  /** What a frame, the fields of a struct or an array hold. */
  heldIn(slots: object): (Provenance | undefined)[] {
    if (this.#lastSlots === slots && this.#lastHeld !== undefined) return this.#lastHeld;
    const holder = slots as Holder;
    let held = holder[heldBy];
    if (held === undefined) {
      held = [];
      holder[heldBy] = held;
    }
    this.#lastSlots = slots;
    this.#lastHeld = held;
    return held;
  }

  /** Another list of the same variables. */
  same(slots: object, as: object): void {
    (as as Holder)[heldBy] = this.heldIn(slots);
  }

  /** How that came to be what is read there: what its owner was made of, where it was put there with that as a whole. */
  read(
    slots: object,
    index: number,
    value: unknown,
    by: BoundExpression | undefined,
    owner?: Provenance,
  ): Provenance {
    const held = this.heldIn(slots)[index];
    if (held !== undefined && Object.is(held.value, value)) return held;
    const done = this.historyOf(slots)?.slice(-mostDone).reverse() ?? nobody;
    const from = owner === undefined ? done : [...done, owner];
    if (held === undefined && from.length > 0) return new Provenance('part', this.here, by, value, from);
    return new Provenance('unknown', this.here, by, value, held === undefined ? from : [held, ...from]);
  }

  write(
    slots: object,
    index: number,
    by: BoundExpression | string | undefined,
    value: unknown,
    from: readonly Provenance[],
  ): Provenance {
    const made = this.written(by, value, from);
    this.heldIn(slots)[index] = made;
    return made;
  }

  written(by: BoundExpression | string | undefined, value: unknown, from: readonly Provenance[]): Provenance {
    return new Provenance(this.#isByHand ? 'byHand' : 'assigned', this.here, by, value, from);
  }

  /** Something was put into an object under a name. */
  keep(object: object, name: string, made: Provenance): void {
    const kept = this.#kept.get(object) ?? new Map<string, Provenance>();
    this.#kept.set(object, kept.set(name, made));
  }

  /** Something was done to an object after which nobody knows who put into it what it has. */
  forget(object: object): void {
    this.#kept.delete(object);
  }

  /** What was put there last, if that is what it has. */
  kept(object: object, name: string, value: unknown): Provenance | undefined {
    const made = this.#kept.get(object)?.get(name);
    return made !== undefined && Object.is(made.value, value) ? made : undefined;
  }

  /** Somebody who looks on puts something somewhere, before a statement. */
  byHand({ statement, site }: Omit<StatementRun, 'run'>, act: () => void): void {
    const mark = this.mark();
    this.here = { statement, site, run: this.run };
    this.#isByHand = true;
    act();
    this.#isByHand = false;
    this.goBack(mark);
  }

  /** What was done to an object, in order. */
  historyOf(object: object): readonly Provenance[] | undefined {
    return this.#histories.get(object);
  }

  /** Something was done to an object: what its parts were made of before says nothing any more. */
  did(object: object, made: Provenance): void {
    const history = this.#histories.get(object);
    if (history === undefined) this.#histories.set(object, [made]);
    else history.push(made);
  }

  /** A call of the library as it ended, for what it gave or did. */
  called(
    open: Open,
    value: unknown,
    from: readonly Provenance[],
    history: readonly Provenance[] | undefined,
    note: unknown,
  ): Provenance {
    const called: LibraryCall = {
      history: history ?? nobody,
      upTo: history?.length ?? 0,
      outside: open.outside,
      outsideAfter: this.outside.count(),
      note,
    };
    return new Provenance('called', this.here, open.code, value, from, called);
  }
}
