/* The parser alone, which the package does not offer by itself: a third of the whole, and all that is needed. */
declare module 'sucrase/dist/parser/index.js' {
  /** A word or sign of a text; `isType` where it belongs to what only a checker reads. */
  export type Token = {
    readonly type: number;
    readonly start: number;
    readonly end: number;
    readonly isType: boolean;
  };

  /** @throws SyntaxError with `pos`, where it stands. */
  export function parse(
    source: string,
    isJsx: boolean,
    isTypeScript: boolean,
    isFlow: boolean,
  ): { readonly tokens: readonly Token[] };
}

declare module 'sucrase/dist/parser/tokenizer/types.js' {
  export const TokenType: Readonly<
    Record<
      | '_abstract'
      | '_as'
      | '_class'
      | '_const'
      | '_declare'
      | '_enum'
      | '_export'
      | '_import'
      | '_override'
      | '_private'
      | '_protected'
      | '_public'
      | '_readonly'
      | 'arrow'
      | 'at'
      | 'backQuote'
      | 'braceL'
      | 'braceR'
      | 'bracketL'
      | 'comma'
      | 'dot'
      | 'eof'
      | 'eq'
      | 'name'
      | 'nonNullAssertion'
      | 'parenL'
      | 'parenR'
      | 'semi'
      | 'star'
      | 'string',
      number
    >
  >;
}
