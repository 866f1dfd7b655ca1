import { References } from './references.ts';
import { coded } from './codes.ts';
import type { OriginFound } from './origin.ts';
import type {
  Evaluated,
  ObservedStatement,
  OpenCall,
  StatementLocation,
  RunningScript,
  StoppedSnapshot,
} from './step-observer.ts';

/** The scripts that run inside each other, seen together as one stack of calls. The innermost says where they stand. */
export class ScriptStack implements ObservedStatement {
  readonly #running: readonly RunningScript[];

  /** `running`: outermost first, at least one whenever anything is asked. */
  constructor(running: readonly RunningScript[]) {
    this.#running = running;
  }

  get #now(): RunningScript {
    const innermost = this.#running[this.#running.length - 1];
    if (innermost === undefined) throw new Error('No script runs.');
    return innermost;
  }

  get statement(): number {
    return this.#now.statement;
  }

  get depth(): number {
    return this.#now.depth;
  }

  get frame(): object {
    return this.#now.frame;
  }

  get site(): object {
    return this.#now.site;
  }

  get script(): number {
    return this.#now.script;
  }

  get routine(): string {
    return this.#now.routine;
  }

  get line(): number {
    return this.#now.line;
  }

  get column(): number {
    return this.#now.column;
  }

  get order(): number {
    return this.#now.order;
  }

  get block(): StatementLocation['block'] {
    return this.#now.block;
  }

  /** All open calls, innermost first. */
  calls(): readonly OpenCall[] {
    const innermost = this.#now;
    return this.#running.toReversed().flatMap((script) => script.calls(script === innermost));
  }

  snapshot(): StoppedSnapshot {
    const calls = this.calls();
    const references = new References();
    return {
      statement: this.statement,
      frames: calls.map((call) => call.show(references)),
      returned: this.#now.returned?.(references),
      unfold: (reference, page) => references.unfold(reference, page),
      evaluate: (expression, frame = 0) => evaluateIn(calls[frame], expression, references),
    };
  }

  evaluate(expression: string, frame = 0): Evaluated {
    return evaluateIn(this.calls()[frame], expression, new References());
  }

  origin(expression: string, frame = 0): OriginFound {
    return this.calls()[frame]?.origin(expression) ?? noFrame;
  }
}

const noFrame = { problem: coded('no-such-frame', {}) };

const evaluateIn = (call: OpenCall | undefined, expression: string, references: References): Evaluated =>
  call === undefined ? noFrame : call.evaluate(expression, references);
