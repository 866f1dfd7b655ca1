import { foreignOperators } from './foreign-operators.ts';
import type { Token } from '../syntax/token.ts';
import type { TokenStream } from './token-stream.ts';

/* What stands in expressions of other languages. */

const wordOperators: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['mod', '%'],
]);

/** The operator that a strange one stands for, if it stands for one between two operands. */
export const operatorHere = ({ kind, text }: Token): string | undefined =>
  kind === 'foreign' ? foreignOperators.get(text) : wordOperators.get(text.toLowerCase());

/** `a | b`, where b is no mask: SuperOffice's page on operators has it for the logical or. */
export const isBar = (tokens: TokenStream): boolean => {
  const { kind, text } = tokens.current;
  return kind === 'foreign' && text === '|' && !masks(tokens);
};

/** Takes a strange operator for the one that it stands for. */
export function complainOfOperator(tokens: TokenStream, here: string): void {
  const { text, start, end } = tokens.peek();
  const bits = text === '&' ? 'and' : text === '|' ? 'or' : undefined;
  const fix = { label: `Write ${here}`, start, end, text: here };
  if (bits !== undefined && masks(tokens)) {
    const message = `CRMScript has no bit operators. Single bits are read by an FHBitSet: set(…) and getBitNo(…).`;
    tokens.complain('not-crmscript', message, tokens.peek());
  } else {
    const message =
      bits === undefined
        ? `CRMScript has no "${text}". Write ${here}.`
        : `CRMScript has no bit operators. For "${bits}", write ${here}.`;
    tokens.complain('not-crmscript', message, tokens.peek(), fix);
  }
  if (bits !== undefined) tokens.distrust();
}

/** `flags & 4`: a number is a mask, unless it is compared. */
function masks(tokens: TokenStream): boolean {
  const { kind } = tokens.peek(1);
  const compared = tokens.peek(2).kind === 'operator' && /^[=!<>]/.test(tokens.peek(2).text);
  return kind === 'integer' && !compared;
}

const unlike: ReadonlyMap<string, string> = new Map([
  ['^', 'CRMScript has no bit operators, so "^" means nothing. For a power, write pow(base, exponent).'],
  ['~', 'CRMScript has no bit operators, so "~" means nothing.'],
  ['**', 'CRMScript has no "**". Write pow(base, exponent), which is a Float.'],
  ['<<', 'CRMScript has no bit operators. Multiply: pow(2, n) is two to the n.'],
  ['>>', 'CRMScript has no bit operators. Divide: pow(2, n) is two to the n.'],
  ['??', 'CRMScript has no "??". Ask with isNull() or isEmpty() in an if.'],
  ['...', 'CRMScript has no "...". The number of arguments is fixed; hand over an array.'],
]);

const unlikeWords: ReadonlyMap<string, string> = new Map([
  ['instanceof', 'CRMScript has no "instanceof". For a Generic, ask getTypeName(g) == "Integer".'],
  ['is', 'CRMScript has no "is". For a Generic, ask getTypeName(g) == "Integer".'],
  ['as', 'CRMScript has no "as". Write the conversion behind the value, such as .toString().'],
  ['in', 'There is no "in" here: it belongs into foreach (Type name in array).'],
]);

/** True, with a report, when an operator of another language follows an expression. */
export function reportForeignOperator(tokens: TokenStream): boolean {
  const token = tokens.peek();
  const { kind, text } = token;
  if (kind === 'operator' || kind === 'end') return false;
  const message =
    kind === 'foreign'
      ? unlike.get(text)
      : token.line === tokens.previous().line
        ? unlikeWords.get(text)
        : undefined;
  if (message === undefined || kind === 'string') return false;
  tokens.report('not-crmscript', message, token);
  return true;
}
