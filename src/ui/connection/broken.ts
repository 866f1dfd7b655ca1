import { asText, type CodedText } from '../../engine/codes.ts';
import type { ServiceError } from '../../protocol/engine-api.ts';

/** The engine has not answered, for a reason that the page knows. */
export class Broken extends Error {
  override readonly name = 'Broken';
  readonly reason: CodedText;

  constructor(reason: CodedText) {
    super(reason.code);
    this.reason = reason;
  }
}

/** What to say when the engine itself did not answer: the reason that is known, or what the browser says of it. */
export const problemOf = (error: unknown): ServiceError => ({
  code: 'E-ENGINE',
  reason:
    error instanceof Broken ? error.reason : asText(error instanceof Error ? error.message : String(error)),
});
