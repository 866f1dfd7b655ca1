import type { CodedText } from '../engine/codes.ts';

/* What bots say about a script besides the engine and the language: codes, in no language (rulings 43). */

type No = Readonly<Record<string, never>>;
type Of<Names extends string, T> = { readonly [Name in Names]: T };

/** Every code of the bots, and what belongs to it. */
export type BotCodes = {
  'too-much-compiled': Of<'limit', number>;
  /** What is wrong with a text in JavaScript, in the words of who reads it. */
  'javascript-syntax': Of<'text', string>;
  /** What of TypeScript cannot be left out: `enum`, `namespace` and the like. */
  'javascript-not-erasable': Of<'what', string>;
  'javascript-no-include': Of<'name', string>;
  /** A script in one language includes, or is to run, one in the other. */
  'include-of-crmscript': Of<'name', string>;
  'include-of-javascript': Of<'name', string>;
  /** The script came to its end, but a promise was rejected for which nobody waited. */
  'javascript-not-awaited': Of<'text', string>;
  'javascript-waiting': No;
  'javascript-too-costly': Of<'used' | 'budget', number>;
  'javascript-memory': Of<'mebibytes', number>;
  'javascript-too-much-written': Of<'mebibytes', number>;
  'javascript-stack': No;
  /** Somebody wants to look into it while it stands still. */
  'javascript-inside': No;
  /** What scripts find cannot be renamed. */
  'rename-not-own': Of<'name', string>;
  'javascript-engine': Of<'text', string>;
  /** Hints. A promise was rejected besides what the script failed with. */
  'javascript-unhandled': Of<'text', string>;
  /** The script came to its end, and nothing settles so many promises any more. */
  'javascript-pending': Of<'count', number>;
  /** The title is empty where the dialog has none, the definition where there is no dialog. */
  'dialog-not-shown': Of<'title' | 'definition', string>;
  'http-no-option': Of<'option', string> & Of<'options', readonly string[]>;
  'http-timeout-unread': Of<'given', string>;
  'http-first-character': Of<'option', string>;
  'http-login-unasked': Of<'method', string>;
  'search-no-functions': No;
  /** A pattern that an expectation compares texts with; `why` is what the matcher says of it. */
  'pattern-unreadable': Of<'pattern' | 'why', string>;
  'pattern-too-long': Of<'pattern', string>;
  /** `known` is whether the table of SuperOffice has the column; null where nobody can tell. */
  'unknown-column': Of<'table' | 'column', string> & Of<'known', boolean | null>;
};

/** What a code of the bots says of what belongs to it. */
export const coded = <Code extends keyof BotCodes>(code: Code, params: BotCodes[Code]): CodedText => ({
  code,
  params,
});
