import { batch, effect, signal, untracked, type ReadonlySignal, type Signal } from '@preact/signals';
import type { CodedText } from '../../engine/codes.ts';
import type { Evaluated, Page, ShownVariable } from '../../engine/step-observer.ts';
import type {
  DebugApi,
  DebugOrigin,
  DebugTarget,
  DebugView,
  Move,
  OriginOfMessage,
  OriginOfValue,
  OriginPick,
  Waits,
} from '../../protocol/debug-api.ts';
import { sentence } from '../sentence.ts';
import type { Store } from '../store/store.ts';
import { debugMode } from './debug-mode.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { showMoments } from './show-moments.ts';

/** A value whose way is asked for, and the step that it is of. */
export type AskedOrigin = (OriginOfValue | (OriginOfMessage & { readonly expression: string })) & {
  readonly step: number;
};

/**
 * The debugger of the page: which step is looked at and where one stands in it. It asks the worker one thing after the other, as each
 * goes on from where the one before came to. What it answers is empty, or why it was not possible, in words.
 */
export type Debugging = {
  /** Null while nothing is looked at. */
  readonly view: ReadonlySignal<DebugView | null>;
  /** The call that is selected, 0 innermost. */
  readonly frame: Signal<number>;
  /** Whether the workbench shows the debugger; a step can be looked at without. */
  readonly isShown: Signal<boolean>;
  /** Something is asked that was not answered yet. */
  readonly isBusy: ReadonlySignal<boolean>;
  /** The variable that is selected, as an expression; empty is none. */
  readonly selected: Signal<string>;
  /** The line of the cursor in the script that is shown; 0 before it was set. */
  readonly cursor: Signal<number>;
  /** The value whose way is shown; null for none. */
  readonly origin: Signal<AskedOrigin | null>;
  /** Why the last thing was not possible, in words. */
  readonly refusal: Signal<string>;
  /** What was last done to breakpoints on values here, in words, for those who do not see the mark of the row. */
  readonly saidOfStops: Signal<string>;
  readonly open: (target: DebugTarget) => Promise<string>;
  readonly move: (move: Move) => Promise<string>;
  /** To a statement; of several wishes that wait, the last one holds. */
  readonly goTo: (statement: number) => Promise<string>;
  readonly lastChange: (expression: string, frame?: number) => Promise<string>;
  readonly set: (frame: number, variable: string, value: string) => Promise<string>;
  readonly goOn: (how: Parameters<DebugApi['goOn']>[1]) => Promise<string>;
  readonly leave: () => Promise<void>;
  /** Null when one stands somewhere else by the time it is known. */
  readonly unfold: (reference: number, page?: Page) => Promise<readonly ShownVariable[] | null>;
  readonly evaluate: (expressions: readonly string[], frame: number) => Promise<readonly Evaluated[] | null>;
  /** Asks for the way of a value of the selected call, which is then shown. */
  readonly askOrigin: (expression: string) => void;
  /** The same of the text of a message of the step that is looked at. */
  readonly askOriginOf: (message: {
    readonly step: number;
    readonly seq: number;
    readonly text: string;
  }) => void;
  /** Null when the engine was started again meanwhile. */
  readonly originOf: (
    asked: AskedOrigin,
    picks: readonly OriginPick[],
  ) => Promise<DebugOrigin | { readonly problem: CodedText } | null>;
};

export type DebuggingPorts = {
  readonly engine: Pick<
    DebugApi,
    | 'debug'
    | 'leaveDebug'
    | 'debugMove'
    | 'debugLastChange'
    | 'debugUnfold'
    | 'debugEvaluate'
    | 'debugOrigin'
    | 'debugSet'
    | 'goOn'
  >;
  /** The open workspace. */
  readonly workspace: ReadonlySignal<{ readonly id: string } | null>;
  readonly isShown: Signal<boolean>;
  /** The step that waits; null where none does. */
  readonly waits: ReadonlySignal<Waits | null>;
  /** A moment, after which a step that went on waits again, if it does. */
  readonly rest: () => Promise<unknown>;
};

type Answer = DebugView | string;

export function createDebugging({ engine, workspace, isShown, waits, rest }: DebuggingPorts): Debugging {
  const view = signal<DebugView | null>(null);
  const frame = signal(0);
  const isBusy = signal(false);
  const selected = signal('');
  const cursor = signal(0);
  const origin = signal<AskedOrigin | null>(null);
  const refusal = signal('');
  const saidOfStops = signal('');
  const current = () => workspace.peek()?.id ?? '';

  function show(next: DebugView): void {
    const before = view.peek();
    const isHere = before?.step === next.step && before.statement === next.statement;
    batch(() => {
      view.value = next;
      if (!isHere || frame.peek() >= next.calls.length) frame.value = 0;
      if (!isHere) saidOfStops.value = '';
      refusal.value = '';
    });
  }

  function forget(): void {
    batch(() => {
      view.value = null;
      frame.value = 0;
      origin.value = null;
      saidOfStops.value = '';
    });
  }

  let last: Promise<unknown> = Promise.resolve();
  let asked = 0;
  /** Asks when all that was asked before is answered; what comes of another workspace is shown to nobody. */
  function ask(run: (workspace: string) => Promise<Answer>): Promise<string> {
    const id = current();
    asked += 1;
    isBusy.value = true;
    const answer = last.then(async () => {
      const answered = id === current() ? await run(id).catch(() => words.lost) : '';
      asked -= 1;
      batch(() => {
        isBusy.value = asked > 0;
        if (typeof answered === 'string') refusal.value = answered;
        else if (id === current()) show(answered);
      });
      return typeof answered === 'string' ? answered : '';
    });
    last = answer;
    return answer;
  }

  /** Where one stood is gone with the worker that knew it. */
  const orLost = (answered: DebugView | null): Answer => {
    if (answered !== null) return answered;
    forget();
    return words.lost;
  };

  let wanted: number | null = null;
  let known = current();
  effect(() => {
    const id = workspace.value?.id ?? '';
    if (id === known) return;
    known = id;
    forget();
    isShown.value = false;
  });

  effect(() => {
    const waiting = waits.value;
    const looked = view.peek();
    if (looked?.target === 'past') return;
    if (waiting === null) {
      if (looked !== null) void letGo();
    } else if (waiting.why === 'breakpoint') {
      untracked(() => void open({ kind: 'waiting' }));
    }
  });

  /** A step that goes on may wait again at once: what is shown of it stays until that is known. */
  async function letGo(): Promise<void> {
    await rest();
    if (waits.peek() !== null || view.peek()?.target !== 'waiting') return;
    batch(() => {
      forget();
      isShown.value = false;
    });
  }

  function open(target: DebugTarget): Promise<string> {
    isShown.value = true;
    return ask(async (id) => {
      const answered = await engine.debug(id, target);
      return 'problem' in answered ? sentence(answered.problem) : answered;
    });
  }

  /** What was asked where one does not stand any more says nothing. */
  async function here<T>(run: (workspace: string) => Promise<T>): Promise<T | null> {
    const shown = view.peek();
    if (shown === null) return null;
    const answered = await run(current()).catch(() => null);
    return view.peek() === shown ? answered : null;
  }

  return {
    view,
    frame,
    isShown,
    isBusy,
    selected,
    cursor,
    origin,
    refusal,
    saidOfStops,
    open,
    move: (move) => ask(async (id) => orLost(await engine.debugMove(id, move))),
    goTo(statement) {
      const isWaiting = wanted !== null;
      wanted = statement;
      if (isWaiting) return Promise.resolve('');
      return ask(async (id) => {
        const to = wanted ?? statement;
        wanted = null;
        return orLost(await engine.debugMove(id, { command: 'gotoStatement', statement: to }));
      });
    },
    lastChange: (expression, of = frame.peek()) =>
      ask(async (id) => (await engine.debugLastChange(id, expression, of)) ?? words.noLastChange),
    async set(of, variable, value) {
      const refused = await ask(async (id) => {
        const answered = await engine.debugSet(id, of, variable, value);
        return 'problem' in answered ? words.edits[answered.problem] : answered;
      });
      // It is told where the value was written.
      refusal.value = '';
      return refused;
    },
    goOn(how) {
      const stood = standOf(waits.peek());
      return ask(async (id) => {
        // Pressed twice, it is for the stop that was seen, and not for the next one.
        if (standOf(waits.peek()) !== stood) return '';
        const goesOn = await engine.goOn(id, how);
        // Whether it waits again is told to every tab.
        return goesOn ? '' : words.noLongerWaits;
      });
    },
    async leave() {
      const isPast = view.peek()?.target === 'past';
      batch(() => {
        forget();
        isShown.value = false;
      });
      if (isPast) await engine.leaveDebug(current()).catch(() => undefined);
    },
    unfold: (reference, page) => here((id) => engine.debugUnfold(id, reference, page)),
    askOrigin(expression) {
      const shown = view.peek();
      if (shown === null) return;
      const { step, statement } = shown;
      origin.value = { step, statement, expression, frame: frame.peek() };
    },
    askOriginOf({ step, seq, text }) {
      if (view.peek()?.step === step) origin.value = { step, seq, expression: text };
    },
    originOf: (asked, picks) => engine.debugOrigin(current(), { ...asked, picks }).catch(() => null),
    evaluate: (expressions, of) => here((id) => engine.debugEvaluate(id, expressions, of)),
  };
}

/** Where a step stands, as one text. */
const standOf = (waits: Waits | null): string => `${String(waits?.step)} ${String(waits?.place?.statement)}`;

/** In milliseconds. */
const untilItWaitsAgain = 150;

const debuggings = new WeakMap<Store, Debugging>();

/** The debugger of a store: one for all who show something of it. */
export function debuggingOf(store: Store): Debugging {
  const known = debuggings.get(store);
  if (known !== undefined) return known;
  const rest = () => new Promise((resolve) => setTimeout(resolve, untilItWaitsAgain));
  const debugging = createDebugging({ ...store, isShown: debugMode, rest });
  debuggings.set(store, debugging);
  showMoments(store, debugging);
  return debugging;
}
