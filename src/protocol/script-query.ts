import type { Fold } from '../crmscript/folds.ts';
import type { Inlay } from '../crmscript/inlays.ts';
import type { OutlineItem } from '../crmscript/outline.ts';
import type { ReferencedSymbol } from '../crmscript/references.ts';
import type { CodedText } from '../engine/codes.ts';

/** A script as it is being written. */
export type WrittenScript = { readonly script: number; readonly source: string };

/** What an editor asks about a script as a whole, or about what several share. `written` are all texts that are not saved, with this one. */
export type ScriptQuery = WrittenScript & { readonly written: readonly WrittenScript[] } & (
    | { readonly kind: 'outline' | 'folds' }
    | { readonly kind: 'selections' | 'references' | 'renameAt'; readonly offset: number }
    | { readonly kind: 'inlays'; readonly start: number; readonly end: number }
    | { readonly kind: 'rename'; readonly offset: number; readonly name: string }
  );

/** A place in a script, with its line. */
export type ReferencePlace = {
  readonly script: number;
  readonly line: number;
  readonly column: number;
  /** The line without the blanks around it, cut where it is long, and where the name stands in it. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly declares: boolean;
};

/** A change in a script: ranges of its text, and what stands there instead. */
export type ScriptEdits = {
  readonly script: number;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
};

export type ScriptQueryResult =
  | { readonly kind: 'outline'; readonly items: readonly OutlineItem[] }
  | { readonly kind: 'folds'; readonly folds: readonly Fold[] }
  | {
      readonly kind: 'selections';
      readonly ranges: readonly { readonly start: number; readonly end: number }[];
    }
  | { readonly kind: 'inlays'; readonly inlays: readonly Inlay[] }
  | {
      readonly kind: 'references';
      readonly name: string;
      readonly of: ReferencedSymbol['kind'];
      /** How many there are, and in how many scripts; of many, only the first are told of. */
      readonly count: number;
      readonly scripts: number;
      readonly places: readonly ReferencePlace[];
    }
  | { readonly kind: 'name'; readonly start: number; readonly end: number; readonly name: string }
  | {
      readonly kind: 'renamed';
      readonly name: string;
      readonly scripts: readonly ScriptEdits[];
      readonly warnings: readonly CodedText[];
    }
  /** No name stands at a place of which it was asked where that is used. */
  | { readonly kind: 'nothing' }
  /** Why a name is not changed. */
  | { readonly kind: 'refused'; readonly reason: CodedText };
