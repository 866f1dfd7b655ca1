import type { AssignmentOperator, BinaryOperator, Expression, Link } from '../syntax/ast.ts';
import { complainOfOperator, isBar, operatorHere, reportForeignOperator } from './foreign.ts';
import { parseAs } from './parse-foreign-expression.ts';
import { parsePostfix } from './parse-primary.ts';
import { parseTernary } from './parse-ternary.ts';
import type { Token } from '../syntax/token.ts';
import { through, type TokenStream } from './token-stream.ts';

/** Binary operators, loosest first. All associate to the left (crm §7.1). */
const precedence: ReadonlyMap<string, number> = new Map<BinaryOperator, number>([
  ['||', 1],
  ['&&', 2],
  ['==', 3],
  ['!=', 3],
  ['<', 4],
  ['>', 4],
  ['<=', 4],
  ['>=', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['%', 6],
]);
const unaryLevel = 7;
const assignments: ReadonlySet<string> = new Set(['=', '+=', '-=', '*=', '/=', '%=']);

// expression := chain [ assignmentOperator expression ]
export function parseExpression(tokens: TokenStream): Expression {
  if (!tokens.enter()) return missing(tokens);
  const from = tokens.position;
  const target = parseChain(tokens, 1);
  const expression = parseRest(tokens, target, from);
  tokens.leave();
  return expression;
}

function parseRest(tokens: TokenStream, target: Expression, from: number): Expression {
  const operator = tokens.current;
  const { kind, text } = operator;
  if (kind === 'operator' && text.length < 3 && assignments.has(text)) {
    tokens.next();
    return parseAssignment(tokens, target, operator, text as AssignmentOperator);
  }
  if (kind === 'operator' && text === '?') return parseTernary(tokens, target, from);
  if (kind === 'operator' || kind === 'end') return target;
  const here = kind === 'foreign' ? operatorHere(operator) : undefined;
  if (here === '=' || here === '+=') {
    complainOfOperator(tokens, here);
    tokens.next();
    return parseAssignment(tokens, target, operator, here);
  }
  return parseAs(tokens, target) ?? (reportForeignOperator(tokens) ? missing(tokens) : target);
}

function parseAssignment(
  tokens: TokenStream,
  target: Expression,
  { file, start, end, line, column }: Token,
  operator: AssignmentOperator,
): Expression {
  const value = parseExpression(tokens);
  const operatorSpan = { file, start, end, line, column };
  return {
    kind: 'assignment',
    operator,
    operatorSpan,
    target,
    value,
    span: through(target.span, value.span),
  };
}

/** How tightly the next token binds; 0 when it is no operator between two operands. */
function level(tokens: TokenStream): number {
  const token = tokens.current;
  if (token.kind === 'operator') return precedence.get(token.text) ?? 0;
  if (token.kind !== 'foreign' && token.kind !== 'name') return 0;
  const here = operatorHere(token);
  return here === undefined ? 0 : (precedence.get(here) ?? 0);
}

function takeOperator(tokens: TokenStream): BinaryOperator {
  const token = tokens.current;
  const here = token.kind === 'operator' ? undefined : operatorHere(token);
  if (here !== undefined) complainOfOperator(tokens, here);
  tokens.next();
  return (here ?? token.text) as BinaryOperator;
}

// chain := operand { operator operand }       — one list per level, so that long sums are not deep
function parseChain(tokens: TokenStream, minimum: number): Expression {
  let left = parseUnary(tokens);
  if (minimum === unaryLevel) return left;
  for (let power = level(tokens); power >= minimum; power = level(tokens)) {
    let link = parseLink(tokens, power);
    const rest = [link];
    while (level(tokens) === power) {
      link = parseLink(tokens, power);
      rest.push(link);
    }
    left = { kind: 'chain', first: left, rest, span: through(left.span, link.operand.span) };
  }
  return left;
}

function parseLink(tokens: TokenStream, power: number): Link {
  const operatorSpan = tokens.current;
  if (isBar(tokens)) {
    tokens.next();
    return { operator: '||', operatorSpan, bar: true, operand: parseChain(tokens, power + 1) };
  }
  const operator = takeOperator(tokens);
  return { operator, operatorSpan, operand: parseChain(tokens, power + 1) };
}

// unary := ( "!" | "-" ) unary | postfix
function parseUnary(tokens: TokenStream): Expression {
  const token = tokens.current;
  if (token.kind === 'operator') {
    if (token.text === '!' || token.text === '-') return parsePrefixed(tokens, token.text);
    if (token.text === '++' || token.text === '--') return parsePrefixStep(tokens, token.text);
    if (token.text === '+') return parsePlus(tokens);
  } else if (token.kind === 'name' && token.text.length === 3 && isNot(tokens)) {
    const fix = { label: 'Write !', start: token.start, end: tokens.peek(1).start, text: '!' };
    tokens.complain('not-crmscript', `CRMScript has no "${token.text}". Write !.`, token, fix);
    return parsePrefixed(tokens, '!');
  }
  return parsePostfix(tokens);
}

function parsePrefixed(tokens: TokenStream, operator: '!' | '-'): Expression {
  const token = tokens.current;
  if (!tokens.enter()) return missing(tokens);
  tokens.next();
  const operand = parseUnary(tokens);
  tokens.leave();
  return { kind: 'unary', operator, operand, span: through(token, operand.span) };
}

const isNot = (tokens: TokenStream): boolean => {
  const after = tokens.peek(1);
  return (
    tokens.current.text.toLowerCase() === 'not' &&
    (after.kind === 'name' || after.text === 'true' || after.text === 'false')
  );
};

/** `++n`: where nobody asks for its value, `n++` is the same; elsewhere it is the value behind the step. */
function parsePrefixStep(tokens: TokenStream, operator: '++' | '--'): Expression {
  const alone = tokens.position === tokens.statementStart;
  const before = tokens.previous();
  const update = before.text === ';';
  const token = tokens.next();
  const target = parsePostfix(tokens);
  const written = target.kind === 'missing' ? 'i' : tokens.slice(target.span, target.span);
  const unasked = alone || (update && tokens.is(')'));
  const added = `${written} ${operator.charAt(0)}= 1`;
  const text = unasked ? written + operator : before.text === '(' && tokens.is(')') ? added : `(${added})`;
  const message = `CRMScript has no prefix "${operator}". Write ${text}.`;
  const fix = { label: `Write ${text}`, start: token.start, end: target.span.end, text };
  tokens.complain('not-crmscript', message, token, target.kind === 'missing' ? undefined : fix);
  return { kind: 'step', operator, target, span: through(token, target.span) };
}

function parsePlus(tokens: TokenStream): Expression {
  const token = tokens.current;
  const after = tokens.peek(1);
  if (after.kind === 'operator' && after.text !== '(' && after.text !== '-') return parsePostfix(tokens);
  const { start, end } = token;
  const before = tokens.previous();
  // `total =+ n`, where a declaration has nothing to add to.
  const swapped = before.text === '=' && before.end === start && after.start > end;
  if (swapped && tokens.position - tokens.statementStart === 2) {
    const fix = { label: 'Write +=', start: before.start, end, text: '+=' };
    tokens.complain('not-crmscript', 'The two characters of "+=" are the wrong way round.', before, fix);
  } else {
    const fix = { label: 'Remove "+"', start, end, text: '' };
    tokens.complain('not-crmscript', 'CRMScript has no prefix "+". Leave it out.', token, fix);
  }
  tokens.next();
  return parsePostfix(tokens);
}

export const missing = (tokens: TokenStream): Expression => {
  const { file, start, line, column } = tokens.current;
  return { kind: 'missing', span: { file, start, end: start, line, column } };
};
