import { seeValue } from '../../crmscript/library.ts';
import type { RunView, RunObserver } from '../../crmscript/run.ts';
import type { ObservedStep } from '../../engine/observed-step.ts';
import type { EditProblem, Evaluated, OpenCall, RunningScript } from '../../engine/step-observer.ts';
import type { Origin, OriginFound } from '../../engine/origin.ts';
import type { References } from '../../engine/references.ts';
import type { CodedText } from '../../engine/codes.ts';
import type { BotEnvironment } from './bot-environment.ts';
import { BotOrigin } from './bot-origin.ts';
import { givenAs } from './handed-over.ts';
import { compileFailure } from './compile-failure.ts';
import { recordOf, type StepRecord } from './step-record.ts';

type CallView = ReturnType<RunView['calls']>[number];

/** One open call of a script of a bot. */
class BotCall implements OpenCall {
  readonly #view: CallView;
  readonly #bot: BotEnvironment;
  readonly #record: StepRecord | undefined;

  constructor(view: CallView, bot: BotEnvironment, record: StepRecord | undefined) {
    this.#view = view;
    this.#bot = bot;
    this.#record = record;
  }

  show(references: References) {
    const frame = this.#view.show(references);
    const eventData = seeValue(references, this.#bot.eventData);
    return { ...frame, script: this.#bot.scriptIn(frame.file), eventData };
  }

  evaluate(expression: string, references: References): Evaluated {
    const seen = this.#view.evaluate(expression, references);
    if (!('diagnostics' in seen)) return seen;
    return { problem: compileFailure('', seen.diagnostics).said };
  }

  origin(expression: string): OriginFound {
    if (this.#record === undefined) throw new Error('Nobody records this step.');
    const made = this.#view.made(expression);
    if ('diagnostics' in made) return { problem: compileFailure('', made.diagnostics).said };
    return 'problem' in made ? made : new BotOrigin(made, this.#record);
  }

  assign(variable: string, value: string): EditProblem | null {
    return this.#view.assign(variable, value);
  }
}

/** A script of a bot, as a debugger sees it. */
class RunningBot implements RunningScript {
  readonly #view: RunView;
  readonly #bot: BotEnvironment;
  /** How many calls are open around it. */
  readonly #around: number;
  readonly #record: StepRecord | undefined;

  constructor(view: RunView, bot: BotEnvironment, around: number, record: StepRecord | undefined) {
    this.#view = view;
    this.#record = record;
    this.#bot = bot;
    this.#around = around;
  }

  get statement(): number {
    return this.#view.statement;
  }

  get depth(): number {
    return this.#around + this.#view.depth;
  }

  get frame(): object {
    return this.#view.frame;
  }

  get site(): object {
    return this.#view.site;
  }

  get script(): number {
    return this.#bot.scriptIn(this.#view.file);
  }

  get routine(): string {
    return this.#view.routine;
  }

  get line(): number {
    return this.#view.line;
  }

  get column(): number {
    return this.#view.column;
  }

  get order(): number {
    return this.#view.order;
  }

  get block(): RunningScript['block'] {
    return this.#view.block;
  }

  calls(isInnermost: boolean): readonly OpenCall[] {
    return this.#view.calls(!isInnermost).map((view) => new BotCall(view, this.#bot, this.#record));
  }

  given(text: string): Origin | null {
    const record = this.#record;
    const made = record && givenAs(text, record);
    return made === undefined ? null : new BotOrigin(made, record as StepRecord);
  }

  returned(references: References) {
    return this.#view.returned(references);
  }

  end(why: CodedText): never {
    return this.#view.end(why);
  }
}

/** Passes on to those who observe the step what the language tells of one of its scripts. */
export class BotObserver implements RunObserver {
  readonly #observed: ObservedStep;
  readonly #bot: BotEnvironment;
  readonly #around: number;
  readonly marks: RunObserver['marks'];
  readonly #record: StepRecord | undefined;

  constructor(observed: ObservedStep, bot: BotEnvironment) {
    this.#observed = observed;
    this.#bot = bot;
    this.#around = observed.depth;
    this.#record = recordOf(observed);
    const { marks } = observed;
    this.marks = marks && {
      key: marks,
      lines: (file) => marks.lines.get(bot.scriptIn(file)),
      routines: marks.routines,
    };
  }

  get from(): number {
    return this.#observed.from;
  }

  get recorder(): RunObserver['recorder'] {
    return this.#record?.recorder;
  }

  begin(view: RunView): void {
    this.#record?.begin(this.#bot);
    this.#observed.begin(new RunningBot(view, this.#bot, this.#around, this.#record));
  }

  end(): void {
    this.#record?.end();
    this.#observed.end();
  }

  reached(isMarked: boolean): void {
    this.#observed.reached(isMarked);
  }

  thrown({ kind, said, isCaught }: Parameters<RunObserver['thrown']>[0], depth: number): void {
    const statement = this.#observed.statement;
    this.#observed.thrown({ kind, failure: said, isCaught }, { statement, depth: this.#around + depth });
  }
}
