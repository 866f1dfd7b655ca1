import type { ProblemParams, Span } from '../diagnostic.ts';
import type { ProblemCode } from '../problem-code.ts';

/** What a text is needed for that is missing. */
export type Purpose =
  | 'after "for"'
  | 'after "foreach"'
  | 'after "if"'
  | 'after "while"'
  | 'after the arguments'
  | 'after the array'
  | 'after the condition of the loop'
  | 'after the condition'
  | 'after the head of the loop'
  | 'after the index'
  | 'after the name of the struct'
  | 'after the parameters'
  | 'after the size'
  | 'after the start of the loop'
  | 'after the variable'
  | 'before the parameters'
  | 'to close the parenthesis'
  | 'to open the block';

/** What the grammar does not allow. Thrown by the functions of the grammar, caught where statements begin. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault';
  readonly code: ProblemCode;
  readonly span: Span;
  readonly params: ProblemParams | undefined;
  readonly purpose: Purpose | undefined;

  constructor(code: ProblemCode, message: string, span: Span, params?: ProblemParams, purpose?: Purpose) {
    super(message);
    this.code = code;
    this.span = span;
    this.params = params;
    this.purpose = purpose;
  }
}
