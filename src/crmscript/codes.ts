/*
 * What the language says about a script: a code and what belongs to it, in no language. What a script can catch is a
 * text: it is a part of the language how it reads.
 */

/** As the engine's, of which the language knows nothing: a text in no language, as its code and the parameters that its sentence needs. */
export type CodedText = { readonly code: string; readonly params: { readonly [name: string]: Param } };

type Param = string | number | boolean | null | readonly Param[] | { readonly [name: string]: Param };

type No = Readonly<Record<string, never>>;
type Of<Names extends string, T> = { readonly [Name in Names]: T };

/** Why a script failed. All but what is thrown ends it for good: it cannot catch that. */
type Failures = {
  /** What a script threw, or could have caught. Its text belongs to the script, which may have read it. */
  thrown: Of<'text', string>;
  /** `limit` is 0 where the host's stack had no room for fewer. */
  'too-many-calls': Of<'limit', number>;
  'text-too-large': Of<'characters', number>;
  'too-much-written': Of<'mebibytes', number>;
  'memory-full': Of<'mebibytes', number>;
  /** Of an expression that somebody looks at. */
  'would-change': No;
  'endless-loop': Of<'statements', number>;
  'budget-used-before': Of<'used' | 'budget', number>;
  'pattern-too-costly': Of<'line' | 'used' | 'budget', number>;
  'call-too-costly': Of<'name', string> & Of<'line' | 'used' | 'budget', number>;
  'values-too-costly': Of<'line' | 'used' | 'budget', number>;
};

/** What did no harm yet. */
type Hints = {
  'json-empty-array': No;
  'json-not-of-type': Of<'text' | 'type', string>;
  'template-unknown': Of<'name', string>;
  'bytes-not-latin': No;
  'array-changed-inside': No;
};

type At = Of<'file', string> & Of<'line', number>;

/** Why a name cannot be changed; `file` and `line` are where it fails. */
type Renames = {
  /** The place is no name: a word of the language, a number, a text, a comment. */
  'rename-no-name': No;
  /** What it means is not known, as the script has an error there. */
  'rename-unknown': Of<'name', string>;
  'rename-library': Of<'name', string>;
  /** `error` and `errorLocation`, which a `catch` brings. */
  'rename-catch': Of<'name', string>;
  /** The language itself calls it by its name: `toString()` and `compare(…)` of a struct. */
  'rename-hook': Of<'name' | 'struct', string>;
  'rename-not-a-name': Of<'name', string>;
  'rename-reserved': Of<'name', string>;
  /** A function of the library, or a type, is called so. */
  'rename-to-library': Of<'name', string>;
  /** Declared already where it would stand, or in a way in which the two cannot be told apart. */
  'rename-taken': Of<'name', string> & At;
  /** The name at that place would mean something else than before. */
  'rename-changes': Of<'name', string> & At;
  /** Programs that share a file differ about what the name means there. */
  'rename-differs': Of<'name' | 'file' | 'first' | 'second', string>;
  /** A name stands where the script has errors, so that nobody knows what it means. */
  'rename-errors': Of<'name', string> & At;
  /** No refusal: the name stands in texts, so many times, first there, and is left as it is. */
  'rename-in-texts': Of<'name', string> & Of<'count', number> & At;
};

/** Every code of the language but those of what keeps a script from being compiled. */
export type LanguageCodes = Failures & Hints & Renames;

/** What a code of the language says of what belongs to it. */
export const coded = <Code extends keyof LanguageCodes>(
  code: Code,
  params: LanguageCodes[Code],
): CodedText => ({
  code,
  params,
});
