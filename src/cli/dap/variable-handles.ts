import { openCalls, type OpenCall } from '../../debug/open-calls.ts';
import type { PlayStop } from '../../debug/play.ts';
import type { WatchedExpression } from '../../debug/breakpoints.ts';
import type { Input } from '../../engine/inputs.ts';
import { topOfScript } from '../../engine/top-of-script.ts';
import { topOf } from '../../engine/watched-call.ts';
import type { World } from '../../engine/world.ts';
import { RequestError } from './request-arguments.ts';
import { chatNow } from './chat-now.ts';

/** A row of the stack: a call that is open, or what the engine did between two scripts. */
export type StackRow =
  | { readonly kind: 'call'; readonly id: number; readonly frame: number; readonly call: OpenCall }
  /** `seq` is the event with which the script above it began; absent for the input of the step, which is the last row. */
  | { readonly kind: 'engine'; readonly id: number; readonly seq?: number };

/** What has variables: a part of a call, a value in one, or a plain value. */
export type Container =
  | { readonly of: 'call'; readonly frame: number; readonly part: ScopeName }
  | {
      readonly of: 'value';
      readonly frame: number;
      /** The number of the value while nothing was changed by hand. */
      readonly reference: number;
      readonly edition: number;
      /** What gives it in its call; empty where nothing does. */
      readonly path: string;
      readonly type: string;
      readonly named: number;
    }
  | { readonly of: 'plain'; readonly value: object };

export type ScopeName = 'locals' | 'arguments' | 'globals' | 'returned';

/**
 * What is to be seen where it stands, by the numbers that an editor was given for it. They are good until it stands somewhere else; where a
 * variable was changed by hand they go on meaning the same.
 */
export class VariableHandles {
  stop: PlayStop;
  readonly rows: readonly StackRow[];
  readonly #nextId: () => number;
  readonly #containers = new Map<number, Container>();
  readonly #numberOf = new Map<string, number>();
  readonly #plain = new Map<object, number>();
  readonly #worldBefore: World;
  readonly #input: Input | undefined;
  #chat: object | null | undefined;
  /** Counts the changes by hand. */
  #edition = 0;

  /** `nextId` gives numbers that were never given before, so that an old one is known to be old. */
  constructor(stop: PlayStop, worldBefore: World, input: Input | undefined, nextId: () => number) {
    this.stop = stop;
    this.#input = input;
    this.#worldBefore = worldBefore;
    this.#nextId = nextId;
    this.rows = this.#makeRows();
  }

  /** It stands where it stood, with other breakpoints. */
  lookedAt(stop: PlayStop): void {
    this.stop = stop;
  }

  /** It stands where it stood, and a variable is another. */
  changed(stop: PlayStop): void {
    this.stop = stop;
    this.#edition += 1;
    this.#chat = undefined;
  }

  #makeRows(): readonly StackRow[] {
    const rows: StackRow[] = [];
    this.#calls().forEach((call, frame) => {
      rows.push({ kind: 'call', id: this.#nextId(), frame, call });
      const { startedBy } = call;
      if (startedBy !== undefined) rows.push({ kind: 'engine', id: this.#nextId(), seq: startedBy.seq });
    });
    return [...rows, { kind: 'engine', id: this.#nextId() }];
  }

  #calls(): readonly OpenCall[] {
    const { session, snapshot, events } = this.stop;
    return openCalls(session.trace, session.at, snapshot, events);
  }

  row(id: number): StackRow {
    const row = this.rows.find((one) => one.id === id);
    if (row === undefined)
      throw new RequestError(
        `There is no frame ${String(id)} any more: it stands somewhere else now. Ask for the stack anew.`,
      );
    return row;
  }

  /** The call that a frame is; the innermost where none is named. */
  frameOf(id: number | undefined): number {
    if (id === undefined) return 0;
    const row = this.row(id);
    if (row.kind === 'engine')
      throw new RequestError('This is what the engine did, and no call of a script.');
    return row.frame;
  }

  /** The number for what has variables: the same for the same. */
  numberOf(container: Container): number {
    if (container.of === 'plain') {
      const known = this.#plain.get(container.value);
      if (known !== undefined) return known;
      const id = this.#keep(container);
      this.#plain.set(container.value, id);
      return id;
    }
    const key = JSON.stringify(container);
    const known = this.#numberOf.get(key);
    if (known !== undefined) return known;
    const id = this.#keep(container);
    this.#numberOf.set(key, id);
    return id;
  }

  #keep(container: Container): number {
    const id = this.#nextId();
    this.#containers.set(id, container);
    return id;
  }

  container(id: number): Container {
    const found = this.#containers.get(id);
    if (found === undefined)
      throw new RequestError(
        `There are no variables ${String(id)} any more: it stands somewhere else now. Ask for the scopes anew.`,
      );
    return found;
  }

  /** The number of a value in the snapshot as it is now; null where nobody can tell any more which value it was. */
  referenceOf({ edition, reference, path, frame }: Extract<Container, { of: 'value' }>): number | null {
    if (edition === this.#edition) return reference;
    const now = path === '' ? { problem: null } : this.stop.snapshot.evaluate(path, frame);
    return 'problem' in now ? null : (now.reference ?? null);
  }

  get edition(): number {
    return this.#edition;
  }

  /** The session of the chat that the step is about, as it stands now. */
  get chat(): object | null {
    this.#chat ??= chatNow(this.#worldBefore, this.#input, this.stop);
    return this.#chat;
  }

  /** What a breakpoint on a variable of a call looks at. */
  watched(frame: number, expression: string, isGlobal: boolean): WatchedExpression {
    const { script = 0, name = topOfScript } =
      this.stop.snapshot.frames[isGlobal ? this.topOf(frame) : frame] ?? {};
    return { script, routine: name, expression };
  }

  /** The top of the script to which a call belongs. */
  topOf(frame: number): number {
    return topOf(this.stop.snapshot.frames, frame);
  }
}
