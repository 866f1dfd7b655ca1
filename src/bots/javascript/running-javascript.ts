import type { CodedText } from '../../engine/codes.ts';
import type { OriginFound } from '../../engine/origin.ts';
import type { References } from '../../engine/references.ts';
import { topOfScript } from '../../engine/top-of-script.ts';
import type {
  EditProblem,
  Evaluated,
  OpenCall,
  RunningScript,
  ShownFrame,
  ShownValue,
} from '../../engine/step-observer.ts';
import { coded } from '../codes.ts';
import type { RunParts } from './answer.ts';
import type { EventDataValue } from '../api/event-data-value.ts';

type Parts = {
  readonly type: string;
  readonly text: string;
  readonly named: readonly (readonly [string, unknown])[];
};

const hasParts = (value: unknown): value is { parts(): Parts } =>
  typeof value === 'object' && value !== null && 'parts' in value;

/** What a script was called with, and what it has set, as a debugger unfolds it. */
const shownEventData = (references: References, data: EventDataValue): ShownValue =>
  shown(references, data, data.parts());

function shown(references: References, object: object, { type, text, named }: Parts): ShownValue {
  const reference = references.of(object, ({ start = 0, count = named.length }) =>
    named.slice(start, start + count).map(([name, value]) => ({ name, ...seen(references, value) })),
  );
  return { type, value: text, named: named.length, reference };
}

function seen(references: References, value: unknown): ShownValue {
  if (hasParts(value)) return shown(references, value, value.parts());
  return typeof value === 'string'
    ? { type: 'String', value: JSON.stringify(value) }
    : { type: 'Bool', value: String(value) };
}

/** Somebody stopped the script by hand. */
export class StoppedByHand extends Error {
  override readonly name = 'StoppedByHand';
  readonly why: CodedText;

  constructor(why: CodedText) {
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
  readonly routine = topOfScript;
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

  end(why: CodedText): never {
    throw new StoppedByHand(why);
  }
}
