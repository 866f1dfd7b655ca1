import type { AssignmentOperator, BinaryOperator, Expression, Link } from './ast.ts';
import { reportForeignOperator } from './foreign.ts';
import { parsePostfix } from './parse-primary.ts';
import { through, type TokenStream } from './token-stream.ts';

/** Binary operators, loosest first. All associate to the left (crm §7.1). */
const precedence: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};
const unaryLevel = 7;
const assignments: ReadonlySet<string> = new Set(['=', '+=', '-=', '*=', '/=', '%=']);

// expression := chain [ assignmentOperator expression ]
export function parseExpression(tokens: TokenStream): Expression {
  if (!tokens.enter()) return missing(tokens);
  const target = parseChain(tokens, 1);
  const operator = tokens.peek();
  let expression = target;
  if (operator.kind === 'operator' && assignments.has(operator.text)) {
    tokens.next();
    const value = parseExpression(tokens);
    expression = {
      kind: 'assignment',
      operator: operator.text as AssignmentOperator,
      target,
      value,
      span: through(target.span, value.span),
    };
  } else if (reportForeignOperator(tokens)) {
    expression = missing(tokens);
  }
  tokens.leave();
  return expression;
}

const level = (tokens: TokenStream): number => {
  const { kind, text } = tokens.peek();
  return kind === 'operator' && Object.hasOwn(precedence, text) ? precedence[text as BinaryOperator] : 0;
};

// chain := operand { operator operand }       — one list per level, so that long sums are not deep
function parseChain(tokens: TokenStream, minimum: number): Expression {
  if (minimum === unaryLevel) return parseUnary(tokens);
  let left = parseUnary(tokens);
  for (let power = level(tokens); power >= minimum; power = level(tokens)) {
    const rest: Link[] = [];
    while (level(tokens) === power) {
      const operator = tokens.next();
      const operand = parseChain(tokens, power + 1);
      rest.push({ operator: operator.text as BinaryOperator, operatorSpan: operator, operand });
    }
    left = {
      kind: 'chain',
      first: left,
      rest,
      span: through(left.span, rest.at(-1)?.operand.span ?? left.span),
    };
  }
  return left;
}

// unary := ( "!" | "-" ) unary | postfix
function parseUnary(tokens: TokenStream): Expression {
  const operator = tokens.peek();
  if (!tokens.is('!') && !tokens.is('-')) return parsePostfix(tokens);
  if (!tokens.enter()) return missing(tokens);
  tokens.next();
  const operand = parseUnary(tokens);
  tokens.leave();
  return {
    kind: 'unary',
    operator: operator.text === '!' ? '!' : '-',
    operand,
    span: through(operator, operand.span),
  };
}

export const missing = (tokens: TokenStream): Expression => {
  const { file, start, line, column } = tokens.peek();
  return { kind: 'missing', span: { file, start, end: start, line, column } };
};
