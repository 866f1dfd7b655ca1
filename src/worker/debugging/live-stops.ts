import { begin } from '../../debug/session.ts';
import { stopBefore as lastStopBefore, stopBehind, StopFinder } from '../../debug/stops.ts';
import { stopBefore, type StepObserver } from '../../engine/step-observer.ts';
import type { Breakpoint, Hand, Waits } from '../../protocol/debug-api.ts';
import type { Engine } from '../ports.ts';
import { StepRunner, type WaitingStep } from '../write/step-runner.ts';
import type { Writer } from '../write/writer.ts';
import { asksOf, type DebugSettings } from './kept.ts';
import type { ContinueRequest } from './standing-step.ts';

/** What looks into live steps. A part of its own, loaded when somebody wants one to stop. */
export class LiveStops {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  observer(breakpoints: readonly Breakpoint[], from: number): StepObserver {
    return new StopFinder(breakpoints).live(from);
  }

  /** What is shown of a step that waits. */
  waits(step: WaitingStep, { breakpoints, asks }: DebugSettings, from: number): Waits {
    const { step: number, at, input, hand, why, world } = step;
    const started = why.events.findLast((event) => event.type === 'script.started');
    const session = ('session' in input ? input.session : started?.session) ?? 0;
    const shown = {
      step: number,
      at,
      input,
      hand,
      session: world.sessions.get(session) === undefined ? null : session,
    };
    if (why.kind === 'needs') {
      const { by, statement, request, held } = why;
      const place = by === undefined ? null : { script: by.script, line: by.line, statement };
      // What nobody holds and nobody wants to answer by hand waits for a real service.
      const forService = !asks && held === undefined && ({ forService: true } as const);
      return { ...shown, why: 'http', place, call: { ...request, held }, ...forService };
    }
    const { snapshot } = why;
    const [frame] = snapshot?.frames ?? [];
    if (snapshot === null || frame === undefined)
      return { ...shown, why: 'breakpoint', place: this.#firstStop(step, breakpoints, from) };
    const here = { script: frame.script, line: frame.line, statement: snapshot.statement };
    const looksAtVariables = breakpoints.some(({ kind, isOff }) => kind === 'data' && isOff !== true);
    return {
      ...shown,
      why: 'breakpoint',
      place: looksAtVariables ? this.#ledTo(step, breakpoints, here) : here,
    };
  }

  /** A change is seen once it is made: it stands before the statement that makes it. */
  #ledTo(step: WaitingStep, breakpoints: readonly Breakpoint[], seen: NonNullable<Waits['place']>) {
    const { trace, stops } = begin(this.#debuggee(step), breakpoints, 'end', step.hand);
    const at = stops.hits.has(seen.statement) ? undefined : lastStopBefore(stops, seen.statement);
    const place = at === undefined ? undefined : trace.placeOf(at);
    return at === undefined || place === undefined
      ? seen
      : { script: place.script, line: place.line, statement: at };
  }

  /** Where a step stands that was stopped in the middle of a statement: before that. */
  #firstStop(step: WaitingStep, breakpoints: readonly Breakpoint[], from: number): Waits['place'] {
    const { trace, stops } = begin(this.#debuggee(step), breakpoints, 'end', step.hand);
    const at = stopBehind(stops, from - 1) ?? 0;
    const place = trace.placeOf(at);
    return place === undefined ? null : { script: place.script, line: place.line, statement: at };
  }

  /** False where nothing waits, or it cannot go on like that. */
  goOn(writer: Writer, { how, at, hand: given }: ContinueRequest, settings: DebugSettings): boolean {
    const step = writer.waiting;
    if (step === null) return false;
    const hand = { ...step.hand, ...given };
    const asks = asksOf(settings);
    switch (how) {
      case 'drop':
        return step.input.type !== 'clock.advances' && writer.drop();
      case 'stop':
        return writer.goOn({ ...hand, stoppedAt: at }, { asks });
      case 'commit':
        return writer.goOn(hand);
      case 'continue':
        return writer.goOn(hand, { asks, observer: this.#nextStop(step, settings.breakpoints, at, hand) });
    }
  }

  /** What stops it at the next breakpoint behind a statement; undefined where there is none. */
  #nextStop(
    step: WaitingStep,
    breakpoints: readonly Breakpoint[],
    at: number,
    hand: Hand,
  ): StepObserver | undefined {
    const { stops } = begin(this.#debuggee(step), breakpoints, 'start', hand);
    const next = stopBehind(stops, at);
    return next === undefined ? undefined : stopBefore(next);
  }

  #debuggee({ world, step, command: id, input, leftOut, at }: WaitingStep) {
    return new StepRunner(this.#engine, world, step, { id, input, leftOut }, at).debuggee;
  }
}
