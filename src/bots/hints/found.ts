import type { Diagnostic, Span } from '../../crmscript/diagnostic.ts';
import type { HintCode } from './hint-words.ts';

/** A hint at a bot, at its place, with what its sentence needs. */
export type FoundHint = {
  readonly code: HintCode;
  readonly at: Span;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fix?: Diagnostic['fix'];
};
