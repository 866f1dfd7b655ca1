import type { AssignmentOperator, BinaryOperator, Expression, Link } from './ast.ts';
import { through, type Cursor } from './cursor.ts';
import { parsePostfix } from './parse-primary.ts';
import { isAssignment, powerOf, unaryLevel } from './precedence.ts';

// expression := chain [ ( "=" | "+=" | "-=" | "*=" | "/=" | "%=" ) expression ]
export function parseExpression(tokens: Cursor): Expression {
  tokens.enter();
  const target = parseChain(tokens, 1);
  const { current } = tokens;
  const expression = isAssignment(current)
    ? parseAssignment(tokens, target, current.text as AssignmentOperator)
    : target;
  tokens.leave();
  return expression;
}

function parseAssignment(tokens: Cursor, target: Expression, operator: AssignmentOperator): Expression {
  const operatorSpan = tokens.next();
  const value = parseExpression(tokens);
  const span = through(target.span, value.span);
  return { kind: 'assignment', operator, operatorSpan, target, value, span };
}

// chain := unary { operator unary }       — one list per level, so that long sums are not deep
function parseChain(tokens: Cursor, minimum: number): Expression {
  let left = parseUnary(tokens);
  if (minimum === unaryLevel) return left;
  for (let power = powerOf(tokens.current); power >= minimum; power = powerOf(tokens.current)) {
    let link = parseLink(tokens, power);
    const rest = [link];
    while (powerOf(tokens.current) === power) {
      link = parseLink(tokens, power);
      rest.push(link);
    }
    left = { kind: 'chain', first: left, rest, span: through(left.span, link.operand.span) };
  }
  return left;
}

function parseLink(tokens: Cursor, power: number): Link {
  const operatorSpan = tokens.next();
  const operand = parseChain(tokens, power + 1);
  if (operatorSpan.text === '|') return { operator: '||', operatorSpan, bar: true, operand };
  return { operator: operatorSpan.text as BinaryOperator, operatorSpan, operand };
}

// unary := ( "!" | "-" ) unary | postfix
function parseUnary(tokens: Cursor): Expression {
  const token = tokens.current;
  const { kind, text } = token;
  if (kind !== 'operator' || (text !== '!' && text !== '-')) return parsePostfix(tokens);
  tokens.enter();
  tokens.next();
  const operand = parseUnary(tokens);
  tokens.leave();
  return { kind: 'unary', operator: text, operand, span: through(token, operand.span) };
}
