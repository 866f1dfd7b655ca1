import type { FunctionSymbol } from './analysis/types/symbols.ts';
import type { BoundProgram } from './analysis/bound-program.ts';
import type { Site } from './analysis/types/bound-tree.ts';
import type { Diagnostic } from './diagnostic.ts';
import { lookAt, lookBack, readAssignment, type Assigned } from './evaluate.ts';
import { blockAt, levelsAt, seeFrame, type FrameSeen, type Level } from './run/frames-seen.ts';
import { defaultLimits } from './run/limits.ts';
import { Provenance } from './run/provenance.ts';
import type { Run } from './run/run-state.ts';
import { ScriptError } from './run/script-error.ts';
import { seeValue, type References, type SeenValue, type SeenVariable } from './run/shown-values.ts';
import { coded, type CodedText } from './codes.ts';

/** What an expression came to; why it cannot be evaluated: it is wrong, it failed, or it would change something. */
export type EvaluatedExpression =
  SeenValue | { readonly diagnostics: readonly Diagnostic[] } | { readonly problem: CodedText };

/** Why a variable cannot be changed. */
export type NotAssigned = Extract<Assigned, string> | 'fails';

/** What looking may cost, so that it ends. */
const limits = { ...defaultLimits, price: 100_000, calls: 100 };

/** One open call of a run that stands still. */
export class CallView {
  readonly #program: BoundProgram;
  readonly #run: Run;
  readonly #level: Level;

  constructor(program: BoundProgram, run: Run, level: Level) {
    this.#program = program;
    this.#run = run;
    this.#level = level;
  }

  show(references: References): FrameSeen {
    return seeFrame(this.#run, this.#level, references);
  }

  /** Without effects: nothing in the run is touched, its counters neither. */
  evaluate(text: string, references: References): EvaluatedExpression {
    const { site, frame, level } = this.#level;
    const looked = lookAt(this.#program, site, text);
    if (looked === 'changes-something') return { problem: coded('would-change', {}) };
    if ('diagnostics' in looked) return looked;
    const aside = this.#run.aside(level, looked.site, limits);
    try {
      const look = () => looked.evaluate(aside, frame);
      const value = aside.environment.looking?.(look) ?? look();
      return seeValue(references, value, looked.type);
    } catch (error) {
      const failed = aside.errorOf(error);
      if (failed instanceof ScriptError) return { problem: failed.said };
      throw error;
    }
  }

  /** How that came to be what an expression gives, in a run that is recorded; as `evaluate` besides. */
  made(text: string): Provenance | Exclude<EvaluatedExpression, SeenValue> {
    const { site, frame, level } = this.#level;
    const looked = lookBack(this.#program, site, text);
    if (looked === 'changes-something') return { problem: coded('would-change', {}) };
    if ('diagnostics' in looked) return looked;
    const aside = this.#run.aside(level, looked.site, limits);
    const { recorder } = aside;
    const mark = recorder.mark();
    recorder.here = { statement: this.#run.statements, site, run: recorder.run };
    try {
      const look = () => looked.evaluate(aside, frame);
      const value = aside.environment.looking?.(look) ?? look();
      return recorder.mades[mark.size] ?? new Provenance('unknown', recorder.here, undefined, value, []);
    } catch (error) {
      const failed = aside.errorOf(error);
      if (failed instanceof ScriptError) return { problem: failed.said };
      throw error;
    } finally {
      recorder.goBack(mark);
    }
  }

  /** Puts a literal into a variable; says why where that is not possible. */
  assign(variable: string, value: string): NotAssigned | null {
    const { site, frame } = this.#level;
    const run = this.#run;
    const assign = readAssignment(this.#program, site, variable, value, run.isRecorded);
    if (typeof assign === 'string') return assign;
    try {
      if (run.isRecorded) run.recorder.byHand({ statement: run.statements, site }, () => assign(run, frame));
      else assign(run, frame);
      return null;
    } catch (error) {
      if (error instanceof ScriptError) return 'fails';
      throw error;
    }
  }
}

/** A run, as others may look into it: it says where it stands whenever it is asked. */
export class RunView {
  readonly #program: BoundProgram;
  readonly #run: Run;
  #site: Site;
  /** How many calls were open, and where, when it was told of the statement before. */
  #before: { readonly site: Site; readonly depth: number };
  #depth = 0;

  constructor(program: BoundProgram, run: Run) {
    this.#program = program;
    this.#run = run;
    this.#site = run.at;
    this.#before = { site: run.at, depth: 0 };
  }

  /** The run stands before a statement. */
  stand(site: Site): void {
    this.#before = { site: this.#site, depth: this.#depth };
    this.#site = site;
    this.#depth = this.#run.depth;
  }

  /**
   * What the call gave that ended since the statement before, by the function's name; undefined where none did, or it gives nothing. To be
   * asked for while it stands before a statement, by whoever was told of the one before.
   */
  returned(references: References): SeenVariable | undefined {
    const { depth, sites, result } = this.#run;
    const { site, depth: open } = this.#before;
    if (open <= depth) return undefined;
    const routine = open === depth + 1 ? site.routine : sites[depth + 1]?.routine;
    const type = routine && 'returns' in routine ? (routine as FunctionSymbol).returns : undefined;
    if (routine === undefined || type === undefined || type.kind === 'void') return undefined;
    return { name: routine.name, ...seeValue(references, result, type) };
  }

  get statement(): number {
    return this.#run.statements;
  }

  /** How many calls are open in it. */
  get depth(): number {
    return this.#run.depth;
  }

  /** The call in which it stands: the same object as long as that is open. */
  get frame(): object {
    const { stack, depth } = this.#run;
    return stack[depth] ?? stack;
  }

  /** Where it stands: the same object whenever that statement runs. */
  get site(): object {
    return this.#site;
  }

  get file(): string {
    return this.#site.span.file;
  }

  get line(): number {
    return this.#site.span.line;
  }

  get column(): number {
    return this.#site.span.column;
  }

  get routine(): string {
    return this.#site.routine.name;
  }

  get order(): number {
    return this.#site.order;
  }

  get block(): { readonly from: number; readonly to: number } {
    return blockAt(this.#site.routine, this.#site.order);
  }

  /** The open calls, innermost first, before a statement or inside one that has another script run. */
  calls(isInside: boolean): readonly CallView[] {
    const run = this.#run;
    return levelsAt(run, isInside ? run.at : this.#site).map(
      (level) => new CallView(this.#program, run, level),
    );
  }

  /** Ends the script before the statement where it stands. */
  end(why: CodedText): never {
    throw new ScriptError('Stopped', why, this.#site, this.#run.depth, false);
  }
}
