import { begin } from '../../debug/session.ts';
import { stopBehind, StopFinder } from '../../debug/stops.ts';
import { Trace } from '../../debug/trace.ts';
import { stopBefore } from '../../engine/watch.ts';
import type { Breakpoint, Waits } from '../../protocol/debug-api.ts';
import type { Engine } from '../ports.ts';
import { StepRunner, type WaitingStep } from '../step-runner.ts';
import type { Looking } from '../take-step.ts';
import type { Writer } from '../writer.ts';
import type { DebugSettings } from './kept.ts';
import type { GoOn } from './standing-step.ts';

/** What looks into live steps: where they stop, and where they go on to. A part of its own, loaded when somebody wants it. */
export class LiveStops {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  looking({ breakpoints, asks }: DebugSettings): Looking {
    return breakpoints.length === 0 ? { asks } : { asks, watch: new StopFinder(breakpoints).live() };
  }

  /** What is shown of a step that waits. */
  waits(step: WaitingStep, breakpoints: readonly Breakpoint[]): Waits {
    const { step: number, at, input, hand, why, world } = step;
    const started = why.events.findLast((event) => event.type === 'script.started');
    const session = 'session' in input ? input.session : started?.session;
    const shown = {
      step: number,
      at,
      input,
      hand,
      session: session !== undefined && world.sessions.get(session) !== undefined ? session : null,
      place: this.#placeOf(step, breakpoints),
    };
    return why.kind === 'needs'
      ? { ...shown, why: 'http', call: why.request }
      : { ...shown, why: 'breakpoint' };
  }

  #placeOf(step: WaitingStep, breakpoints: readonly Breakpoint[]): Waits['place'] {
    const { why, hand } = step;
    const runner = this.#runner(step);
    if (why.kind === 'needs') {
      const trace = new Trace();
      runner.run(trace.watch(), hand, true);
      return placeIn(trace, trace.length);
    }
    const frame = why.snapshot?.frames[0];
    if (frame !== undefined && why.snapshot !== null)
      return { script: frame.script, line: frame.line, statement: why.snapshot.statement };
    // It stopped in the middle of a statement: one stands before it.
    const { trace, at } = begin(runner.debuggee, breakpoints, 'breakpoint', hand);
    return placeIn(trace, at);
  }

  goOn(writer: Writer, { how, at, hand: given }: GoOn, { breakpoints, asks }: DebugSettings): boolean {
    const step = writer.waiting;
    if (step === null) return false;
    const hand = { ...step.hand, ...given };
    switch (how) {
      case 'drop':
        return step.input.type !== 'clock.advances' && writer.drop();
      case 'stop':
        return writer.goOn({ ...hand, stoppedAt: at }, { asks });
      case 'commit':
        return writer.goOn(hand);
      case 'continue': {
        const { stops } = begin(this.#runner(step).debuggee, breakpoints, 'start', hand);
        const next = stopBehind(stops, at);
        return writer.goOn(hand, { asks, watch: next === undefined ? undefined : stopBefore(next) });
      }
    }
  }

  #runner({ world, step, command: id, input, leftOut, at }: WaitingStep): StepRunner {
    return new StepRunner(this.#engine, world, step, { id, input, leftOut }, at);
  }
}

function placeIn(trace: Trace, statement: number): Waits['place'] {
  const place = trace.placeOf(statement);
  return place === undefined ? null : { script: place.script, line: place.line, statement };
}
