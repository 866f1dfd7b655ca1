import { begin } from '../../debug/session.ts';
import { stopBehind, StopFinder } from '../../debug/stops.ts';
import { stopBefore, type Watch } from '../../engine/watch.ts';
import type { Breakpoint, Hand, Waits } from '../../protocol/debug-api.ts';
import type { Engine } from '../ports.ts';
import { StepRunner, type WaitingStep } from '../step-runner.ts';

/** What looks into live steps. A part of its own, loaded when somebody wants one to stop. */
export class LiveStops {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  watch(breakpoints: readonly Breakpoint[]): Watch {
    return new StopFinder(breakpoints).live();
  }

  /** Where a step stands that was stopped in the middle of a statement: before that. */
  firstStop(step: WaitingStep, breakpoints: readonly Breakpoint[]): Waits['place'] {
    const { trace, at } = begin(this.#debuggee(step), breakpoints, 'breakpoint', step.hand);
    const place = trace.placeOf(at);
    return place === undefined ? null : { script: place.script, line: place.line, statement: at };
  }

  /** What stops it at the next breakpoint behind a statement; undefined where there is none. */
  nextStop(step: WaitingStep, breakpoints: readonly Breakpoint[], at: number, hand: Hand): Watch | undefined {
    const { stops } = begin(this.#debuggee(step), breakpoints, 'start', hand);
    const next = stopBehind(stops, at);
    return next === undefined ? undefined : stopBefore(next);
  }

  #debuggee({ world, step, command: id, input, leftOut, at }: WaitingStep) {
    return new StepRunner(this.#engine, world, step, { id, input, leftOut }, at).debuggee;
  }
}
