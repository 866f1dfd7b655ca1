import type { Name, TypeName, VariableDeclaration } from './ast.ts';
import { through, type Cursor } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';

// variableRest := [ "=" expression ]
/** The declaration of a variable behind its type and its name. */
export function parseVariableRest(tokens: Cursor, type: TypeName, name: Name): VariableDeclaration {
  const value = tokens.accept('=') ? parseExpression(tokens) : undefined;
  return { kind: 'variable', type, name, value, span: through(type.span, tokens.previous) };
}

/** Takes the semicolon. A missing one is reported at the end of the line that it should have ended (rulings 34). */
export function endStatement(tokens: Cursor, what: string): void {
  if (tokens.accept(';')) return;
  const { current, previous } = tokens;
  if (current.line === previous.line && current.kind !== 'end' && !tokens.is('}')) {
    const subject = what.charAt(0).toUpperCase() + what.slice(1);
    throw tokens.fault('unexpected', `${subject} should end here, but ${tokens.found} follows.`);
  }
  // What follows is a statement of its own.
  const message = `Expected ";" at the end of ${what}.`;
  tokens.report(tokens.fault('missing-semicolon', message, tokens.endOfPrevious));
}
