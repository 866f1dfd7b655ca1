import type { Fold } from '../../crmscript/folds.ts';
import type { FormatOptions, FormattedEdits, Typed } from '../../crmscript/format.ts';
import type { Inlay } from '../../crmscript/inlays.ts';
import type { OutlineItem } from '../../crmscript/outline.ts';
import type { ReferencedSymbol } from '../../crmscript/references.ts';
import type { Renaming, renameAt } from '../../crmscript/rename.ts';
import type { Token } from '../../crmscript/tokens.ts';
import type { ScriptProgram } from '../script-program.ts';

export type Range = { readonly start: number; readonly end: number };
/** What is asked of the text alone. */
type Text = Pick<ScriptProgram, 'file' | 'source'>;
export type Where = { readonly file: string; readonly offset: number };

/** What an editor can ask of a language besides help at a place. Files are called by their paths. */
export type Tools = {
  readonly outline: (script: Text) => readonly OutlineItem[];
  readonly folds: (script: Text) => readonly Fold[];
  readonly selections: (script: Text, offset: number) => readonly Range[];
  readonly tokens: (program: ScriptProgram) => readonly Token[];
  readonly inlays: (program: ScriptProgram, start: number, end: number) => readonly Inlay[];
  readonly references: (roots: readonly string[], at: Where) => ReferencedSymbol | null;
  readonly renameAt: (roots: readonly string[], at: Where) => ReturnType<typeof renameAt>;
  readonly rename: (roots: readonly string[], at: Where, name: string) => Renaming;
  readonly format: (script: Text, range: Range | undefined, options: FormatOptions) => FormattedEdits;
  /** What was just ended, right behind `offset`. */
  readonly formatOnType: (
    script: Text,
    offset: number,
    typed: Typed,
    options: FormatOptions,
  ) => FormattedEdits;
};
