/** A range in a source text: offsets of the first character and after the last, and the place of the first from 1. */
export type Span = {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
};

/** The range by itself: a token is a range and more, and would be kept, and seen, with all of that. */
export function plainSpan(span: Span): Span {
  if (!('kind' in span)) return span;
  const { file, start, end, line, column } = span;
  return { file, start, end, line, column };
}

export type ProblemParams = { readonly near?: string; readonly [name: string]: string | number };

/** Something that the author should know about a script. Only errors keep it from running, unless they say so. */
export type Diagnostic = {
  readonly severity: 'error' | 'warning' | 'hint';
  /** An error in SuperOffice, which refuses the script; here it runs all the same (crm Q16). */
  readonly runs?: true;
  /** Stable name of the kind of problem, such as `missing-semicolon`. */
  readonly code: string;
  readonly message: string;
  /** The number of the rule that it comes from, where that is one of the embedder's. */
  readonly rule?: string;
  readonly span: Span;
  /** What belongs to the code, of an error that keeps a program from being compiled: what stands there, and more. */
  readonly params?: ProblemParams;
  /** What would mend it: a label and the text to put in place of a range. */
  readonly fix?: {
    readonly label: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  };
};
