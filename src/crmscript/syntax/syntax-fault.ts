import type { ProblemParams, Span } from '../diagnostic.ts';
import type { ProblemCode } from '../problem-code.ts';

/** What the grammar does not allow. Thrown by the functions of the grammar, caught where statements begin. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault';
  readonly code: ProblemCode;
  readonly span: Span;
  readonly params: ProblemParams | undefined;

  constructor(code: ProblemCode, message: string, span: Span, params?: ProblemParams) {
    super(message);
    this.code = code;
    this.span = span;
    this.params = params;
  }
}
