import type { Said } from '../engine/said.ts';

/* What bots say about a script besides the engine and the language: codes, in no language (rulings 43). */

type No = Readonly<Record<string, never>>;
type Of<Names extends string, T> = { readonly [Name in Names]: T };

/** Every code of the bots, and what belongs to it. */
export type BotCodes = {
  'too-much-compiled': Of<'limit', number>;
  'no-javascript': No;
  /** Hints. The title is empty where the dialog has none, the definition where there is no dialog. */
  'dialog-not-shown': Of<'title' | 'definition', string>;
  'http-no-option': Of<'option', string> & Of<'options', readonly string[]>;
  'http-timeout-unread': Of<'given', string>;
  'http-first-character': Of<'option', string>;
  'http-login-unasked': Of<'method', string>;
  'search-no-functions': No;
  /** `known` is whether the table of SuperOffice has the column; null where nobody can tell. */
  'unknown-column': Of<'table' | 'column', string> & Of<'known', boolean | null>;
};

/** What a code of the bots says of what belongs to it. */
export const coded = <Code extends keyof BotCodes>(code: Code, params: BotCodes[Code]): Said => ({
  code,
  params,
});
