import type { Help, HelpKind } from '../crmscript/complete.ts';
import type { Diagnostic } from '../crmscript/diagnostic.ts';
import type { FormattedEdits } from '../crmscript/format.ts';
import type { ScriptLanguage } from '../engine/definition.ts';
import type { CodedText } from '../engine/codes.ts';
import type { WorldJson } from '../engine/world-json.ts';
import type { ScriptQuery, ScriptQueryResult, WrittenScript } from './script-query.ts';

export type { WrittenScript } from './script-query.ts';

/*
 * What crosses between the page and the worker that helps to write scripts. It is another than the engine's, so that
 * a script which is long in checking holds up no message.
 */

/** What a worker is started as, which is its name too. One bundle plays every part. */
export type WorkerRole = 'engine' | 'help' | 'files' | 'tests';

/** What an editor asks about a place in a script, as it is being written. */
export type ScriptQuestion = {
  readonly kind: HelpKind;
  readonly script: number;
  readonly source: string;
  readonly offset: number;
};

/** `script` is the one in which a definition lies. */
export type ScriptHelp = { readonly help: Help; readonly script: number };

/** What a breakpoint depends on, as somebody writes it, and the line on which it is; line 0 where it is on none. */
export type WrittenBreakpoint = WrittenScript & {
  readonly line: number;
  readonly condition: string;
  readonly hitCondition: string;
  readonly logMessage: string;
};

/** What is wrong with each of them; null where nothing is, or nobody can tell. */
export type BreakpointProblems = Readonly<
  Record<'condition' | 'hitCondition' | 'logMessage', CodedText | null>
>;

/** Everything that the page may ask about scripts. Nothing of it runs them. */
export interface HelpApi {
  /** Called once; `base` is the address of the page, beside which the library's tables are. */
  connect(base: string): Promise<void>;
  /** The parts of the world that are others than those told before; all of them at first. */
  know(parts: Partial<WorldJson>): Promise<void>;
  /**
   * What is wrong with a script, as the bots' library sees it. `file` is what it would be included as, `script` the one of the
   * world that it is the text of: of that there are hints at who calls it, too.
   */
  check(
    source: string,
    file: string,
    language: ScriptLanguage,
    script?: number,
  ): Promise<readonly Diagnostic[]>;
  /** Helps to write a script; null where there is nothing to say. */
  assist(question: ScriptQuestion): Promise<ScriptHelp | null>;
  /** The smallest edits that format a source, in their order; null where nobody can tell. */
  format(source: string, language: ScriptLanguage): Promise<FormattedEdits | null>;
  /**
   * What an editor shows of a script as a whole, and of all that share it; null where there is no such script. Rejects where a part of
   * the app that it needs cannot be loaded.
   */
  look(look: ScriptQuery): Promise<ScriptQueryResult | null>;
  /**
   * For each line, where a breakpoint on it is: itself, the next line on which a statement begins, or the last such one. Null where nobody can
   * tell, as the script has errors, or no statement.
   */
  placeBreakpoints(script: WrittenScript, lines: readonly number[]): Promise<readonly number[] | null>;
  /** What is wrong with a breakpoint as it is being written. */
  checkBreakpoint(written: WrittenBreakpoint): Promise<BreakpointProblems>;
  /** Answers when the worker is alive. */
  ping(): Promise<void>;
}
