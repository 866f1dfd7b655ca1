import type { CheckContext } from '../analysis/check-context.ts';
import type { Type } from '../analysis/types/types.ts';
import type { Diagnostic, Span } from '../diagnostic.ts';
import type { ProblemCode } from '../problem-code.ts';
import type { SyntaxFault } from '../syntax/syntax-fault.ts';
import type { Edit } from './edited-text.ts';
import type { FaultSite } from './fault-site.ts';

/** What is said once the checker knows types: of the values by their ranges; undefined for one that it has not seen. */
export type Judge = (
  context: CheckContext,
  typeOf: (span: Pick<Span, 'start' | 'end'>) => Type | undefined,
) => MessageWithFix;

export type MessageWithFix = { readonly message: string; readonly fix?: Diagnostic['fix'] };

/** What a rule makes of a mistake. */
export type Answer = {
  /** What is said, where it is not what the grammar says. */
  readonly message?: string;
  readonly code?: ProblemCode;
  readonly span?: Span;
  /** The change that is offered. */
  readonly fix?: Diagnostic['fix'];
  /** How the text is read from now on, where not as the fix has it. Without any the statement is skipped. */
  readonly repair?: readonly Edit[];
  /** It may have been meant in another way: nothing more is said about the statement, and the names in it. */
  readonly isGuess?: boolean;
  /** Also where something of the statement has been reported. */
  readonly isOfItsOwn?: boolean;
  /** Nothing is said here: the checker will, who knows types. */
  readonly isSilent?: boolean;
  /** Says it in place of `message` and `fix`. */
  readonly judge?: Judge;
  /** Names of which nothing is said any more. */
  readonly poisons?: readonly string[];
  /** It may have declared anything. */
  readonly mayDeclare?: boolean;
};

/** What the grammar did not allow, and where. */
export type Fault = Pick<SyntaxFault, 'code' | 'message' | 'span' | 'params' | 'purpose'>;

/** Looks at the tokens around a fault; undefined where it is not what the rule is for. */
export type Rule = (site: FaultSite, fault: Fault) => Answer | undefined;

/** Rules by the codes of the faults that they are asked about, in the order in which they are asked. */
export type Rules = readonly { readonly codes: readonly ProblemCode[]; readonly rule: Rule }[];

/** Rules about words that mean something only elsewhere, wherever they stand, by the word. */
export type WordRules = ReadonlyMap<string, (site: FaultSite) => Answer | undefined>;
