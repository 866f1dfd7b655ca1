/** What some problems are told with besides what stands in their place, where it is known. */
export type ProblemDetails = {
  'program-too-large': { readonly name: string; readonly characters: number; readonly limit: number };
  'source-too-large': { readonly characters: number; readonly limit: number };
  'too-many-includes': { readonly limit: number };
  'too-deep': { readonly limit: number };
  'unknown-include': { readonly name: string };
  'other-language': { readonly name: string };
  /** The text that was expected, and the one that stands there; nothing at the end of the script. */
  expected: { readonly wanted: string; readonly given: string };
  /** Types. */
  'type-mismatch': { readonly wanted: string; readonly given: string };
  'not-bool': { readonly given: string };
  'not-an-array': { readonly given: string };
  'string-and-other': { readonly given: string };
  'bad-operands': { readonly left: string; readonly right: string };
  'unknown-member': { readonly of: string };
  'unknown-method': { readonly of: string };
  /** The function as it is declared, and how many it is given. */
  'argument-count': { readonly function: string; readonly wanted: number; readonly given: number };
  /** The function as it is declared; the parameter that does not fit, and the types. Of several functions: how they were called. */
  'bad-arguments':
    | {
        readonly function: string;
        readonly parameter: string;
        readonly wanted: string;
        readonly given: string;
      }
    | { readonly given: string };
};

/** What a problem can be told with. */
export type DetailsOf<Code> = Code extends keyof ProblemDetails ? ProblemDetails[Code] : never;

/**
 * The kinds of problems that keep a script from being compiled. They stand in logs and files, so none changes its name;
 * a new one needs its sentence in `words`.
 */
export type ProblemCode =
  | 'ambiguous-call'
  | 'argument-count'
  | 'array-size'
  | 'bad-arguments'
  | 'bad-number'
  | 'bad-operands'
  | 'bad-type'
  | 'brackets-after-name'
  | 'catch-parameter'
  | 'comma-declaration'
  | 'comment'
  | 'default-parameter'
  | 'duplicate'
  | 'else-condition'
  | 'expected'
  | 'expected-expression'
  | 'expected-member'
  | 'expected-name'
  | 'expected-operator'
  | 'for-condition'
  | 'for-separator'
  | 'foreach-type'
  | 'function-body'
  | 'function-type'
  | 'include-name'
  | 'language-level'
  | 'misplaced'
  | 'missing-catch'
  | 'missing-plus'
  | 'missing-semicolon'
  | 'misspelt-keyword'
  | 'no-constructor'
  | 'not-an-array'
  | 'not-assignable'
  | 'not-available-offline'
  | 'not-bool'
  | 'not-crmscript'
  | 'number'
  | 'number-method'
  | 'number-too-large'
  | 'other-language'
  | 'outside-loop'
  | 'parameter-type'
  | 'program-too-large'
  | 'quotes'
  | 'recursive-struct'
  | 'reserved'
  | 'return-value'
  | 'source-too-large'
  | 'stray-brace'
  | 'stray-bracket'
  | 'stray-keyword'
  | 'string-and-other'
  | 'this-outside'
  | 'too-deep'
  | 'too-many-includes'
  | 'too-many-overloads'
  | 'too-many-problems'
  | 'twice'
  | 'type-mismatch'
  | 'unclosed-block'
  | 'unexpected'
  | 'unexpected-character'
  | 'unknown-directive'
  | 'unknown-function'
  | 'unknown-include'
  | 'unknown-member'
  | 'unknown-method'
  | 'unknown-name'
  | 'unknown-statement'
  | 'unknown-type'
  | 'unterminated-comment'
  | 'unterminated-string'
  | 'void-value';
