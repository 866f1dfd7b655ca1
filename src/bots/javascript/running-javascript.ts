import type { Said } from '../../engine/said.ts';
import type { OriginFound } from '../../engine/origin.ts';
import type { References } from '../../engine/references.ts';
import type {
  EditProblem,
  Evaluated,
  OpenCall,
  RunningScript,
  ShownFrame,
} from '../../engine/step-observer.ts';
import { coded } from '../said.ts';
import type { RunParts } from './answer.ts';
import { shownEventData } from './shown-event-data.ts';

/** Somebody stopped the script by hand. */
export class StoppedByHand extends Error {
  override readonly name = 'StoppedByHand';
  readonly why: Said;

  constructor(why: Said) {
    super('Stopped by hand.');
    this.why = why;
  }
}

/** A script in JavaScript, as a debugger sees it: one statement, whose inside does not show (rulings 38). */
export class RunningJavaScript implements RunningScript, OpenCall {
  readonly statement: number;
  readonly depth: number;
  readonly frame = this;
  readonly site: object;
  readonly script: number;
  readonly routine = '(script)';
  readonly order = 1;
  readonly block = { from: 0, to: Infinity };
  readonly #run: RunParts;

  constructor(run: RunParts, depth: number) {
    this.#run = run;
    this.depth = depth;
    this.statement = run.call.meter.statements;
    this.site = run.call.script;
    this.script = run.call.script.id;
  }

  get line(): number {
    return this.#run.caller.site.line;
  }

  get column(): number {
    return this.#run.caller.site.column;
  }

  calls(): readonly OpenCall[] {
    return [this];
  }

  show(references: References): ShownFrame {
    const { caller, data } = this.#run;
    const { file, line, column } = caller.site;
    const { script } = caller.callSite;
    const eventData = shownEventData(references, data);
    return { name: this.routine, file, line, column, script, variables: [], eventData };
  }

  evaluate(_expression: string, _references: References): Evaluated {
    return { problem: coded('javascript-inside', {}) };
  }

  origin(): OriginFound {
    return { problem: coded('javascript-inside', {}) };
  }

  assign(): EditProblem {
    return 'no-variable';
  }

  given(): null {
    return null;
  }

  end(why: Said): never {
    throw new StoppedByHand(why);
  }
}
