import type { Debuggee, Hand } from '../../debug/debuggee.ts';
import { findPlace } from '../../debug/find-place.ts';
import { eventMarks } from '../../debug/event-marks.ts';
import { openCalls, type OpenCall } from '../../debug/open-calls.ts';
import {
  begin,
  hitsAt,
  move,
  standBefore,
  toLastChange,
  withBreakpoints,
  withEdit,
  type Command,
  type Session,
} from '../../debug/session.ts';
import { originOf, originOfMessage } from '../../debug/origin.ts';
import { endOf } from '../../debug/moves.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import type { Edit, EditProblem, StoppedSnapshot } from '../../engine/step-observer.ts';
import type { World } from '../../engine/world.ts';
import type {
  Breakpoint,
  DebugCall,
  DebugPlace,
  DebugView,
  OriginQuestion,
} from '../../protocol/debug-api.ts';
import { chatIn } from './chat-in.ts';

/** The step that is looked at, and how it is run. */
export type DebuggedStep = Pick<DebugView, 'target' | 'step' | 'at' | 'input' | 'textsThen'> & {
  readonly debuggee: Debuggee;
  /** The world before it. */
  readonly world: World;
  readonly fold: (world: World, event: RecordedEvent) => World;
};

/** What is to be seen where one stands. */
type Seen = { readonly snapshot: StoppedSnapshot | null; readonly events: readonly RecordedEvent[] };

/** So many of the events so far are given. */
const mostEffects = 50;

/** How variables of a call were shown where one stood before. */
type Shown = ReadonlyMap<number, ReadonlyMap<string, string>>;

/** A step that is looked at, where one stands in it, and what is to be seen there. */
export class DebuggedStepView {
  readonly #looked: DebuggedStep;
  #session: Session;
  #seen: Seen;
  #calls: readonly OpenCall[];
  #before: Shown = new Map();

  constructor(looked: DebuggedStep, breakpoints: readonly Breakpoint[], where: DebugPlace, hand: Hand = {}) {
    this.#looked = looked;
    const session = begin(looked.debuggee, breakpoints, 'end', hand);
    const events = eventsOf(session);
    const statement = findPlace(session.trace, session.stops, events, where);
    const there = move(session, { command: 'gotoStatement', statement });
    const reason =
      hitsAt(there).length > 0 ? 'breakpoint' : statement === endOf(session.trace) ? 'end' : 'entry';
    this.#session = { ...there, reason };
    this.#seen = this.#see();
    this.#calls = this.#open();
  }

  get session(): Session {
    return this.#session;
  }

  get target(): DebugView['target'] {
    return this.#looked.target;
  }

  get snapshot(): StoppedSnapshot | null {
    return this.#seen.snapshot;
  }

  /** With other breakpoints, as if they had always been there; it stays where it stands. */
  stopAt(breakpoints: readonly Breakpoint[]): void {
    if (breakpoints === this.#session.breakpoints) return;
    this.#session = withBreakpoints(this.#looked.debuggee, this.#session, breakpoints);
  }

  move(command: Command): void {
    this.#stand(move(this.#session, command));
  }

  /** False where nobody can tell what gave it its value. */
  toLastChange(expression: string, frame: number): boolean {
    const found = toLastChange(this.#looked.debuggee, this.#session, expression, frame);
    if (found !== null) this.#stand(found);
    return found !== null;
  }

  get number(): number {
    return this.#looked.step;
  }

  /** Where a value comes from, or the text of a message; null at the end of the step, where nothing is open. */
  originOf(asked: OriginQuestion): ReturnType<typeof originOf> | null {
    const { hand, trace } = this.#session;
    const { input } = this.#looked;
    const debuggee: Debuggee = (observer) => this.#looked.debuggee(observer, hand);
    if ('seq' in asked) return originOfMessage(debuggee, input, asked.seq, asked.picks);
    const { statement, expression, frame, picks } = asked;
    if (statement >= endOf(trace)) return null;
    return originOf(debuggee, input, statement, expression, frame, picks);
  }

  /** Why a variable cannot be changed; null when it is. */
  set(edit: Omit<Edit, 'statement'>): EditProblem | null {
    const changed = withEdit(this.#looked.debuggee, this.#session, edit);
    const problem = eventsOf(changed).flatMap((event) =>
      event.type === 'hint.raised' && event.hint.code === 'edit-not-made'
        ? [
            event.hint.params as {
              readonly statement: number;
              readonly variable: string;
              readonly reason: EditProblem;
            },
          ]
        : [],
    );
    const own = problem.find(
      ({ statement, variable }) => statement === this.#session.at && variable === edit.variable,
    );
    if (own !== undefined) return own.reason;
    this.#stand(changed);
    return null;
  }

  #stand(session: Session): void {
    this.#before = new Map(
      this.#calls.map(({ call, variables }) => [
        call,
        new Map(variables.map(({ name, type, value }) => [name, `${type} ${value}`])),
      ]),
    );
    this.#session = session;
    this.#seen = this.#see();
    this.#calls = this.#open();
  }

  /** One run, up to where one stands. */
  #see(): Seen {
    const { at, hand, trace } = this.#session;
    if (at === endOf(trace)) return { snapshot: null, events: eventsOf(this.#session) };
    const outcome = this.#looked.debuggee(standBefore(at), hand);
    return {
      snapshot: outcome.kind === 'stopped' ? outcome.snapshot : null,
      events: outcome.events,
    };
  }

  #open(): readonly OpenCall[] {
    const { snapshot, events } = this.#seen;
    return snapshot === null ? [] : openCalls(this.#session.trace, this.#session.at, snapshot, events);
  }

  view(): DebugView {
    const { target, step, at, input, textsThen, world, fold } = this.#looked;
    const { trace, stops, hand, reason } = this.#session;
    const { events, snapshot } = this.#seen;
    const returned = snapshot?.returned;
    return {
      target,
      step,
      at,
      input,
      textsThen,
      hand,
      reason,
      statement: this.#session.at,
      statements: trace.length,
      hits: hitsAt(this.#session),
      calls: this.#calls.map((call) => this.#shown(call)),
      marks: eventMarks(trace, eventsOf(this.#session)),
      ...(returned !== undefined && { returned }),
      effects: events.slice(-mostEffects),
      failures: trace.failures,
      stops: stops.statements,
      log: stops.log,
      chat: chatIn(this.#seen.events.reduce(fold, world), input, this.#seen.events),
    };
  }

  #shown({ call, startedBy, ...shown }: OpenCall): DebugCall {
    const started = this.#seen.events.find(({ seq }) => seq === startedBy?.seq);
    const before = this.#before.get(call);
    const isChanged = ({ name, type, value }: DebugCall['variables'][number]): boolean =>
      before !== undefined && before.get(name) !== `${type} ${value}`;
    const { seq, role, eventType } = started?.type === 'script.started' ? started : {};
    return {
      ...shown,
      ...(seq !== undefined &&
        role !== undefined && { startedBy: { seq, role, ...(eventType !== undefined && { eventType }) } }),
      changed: shown.variables.filter(isChanged).map(({ name }) => name),
    };
  }
}

const eventsOf = ({ outcome }: Session): readonly RecordedEvent[] => outcome.events;
