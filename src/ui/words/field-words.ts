import type { Setting } from '../../engine/setting-kinds.ts';

/** What a field of a form is called, and what is said of it. */
export type FieldWords = {
  readonly label: string;
  /** What it does, in a sentence. */
  readonly help?: string;
  /** What the options of a choice, or some of a list, are called. */
  readonly options?: Readonly<Record<string, string>>;
  /** What stands in an empty text. */
  readonly placeholder?: string;
};

/** The words of a tree of settings, in the same tree. */
export type WordsOf<S> = S extends Setting ? FieldWords : { readonly [K in keyof S]: WordsOf<S[K]> };
