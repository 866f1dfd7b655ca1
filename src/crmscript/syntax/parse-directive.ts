import type { Item } from './ast.ts';
import { through, type Cursor } from './cursor.ts';

// directive := "#setLanguageLevel" INTEGER [ ";" ] | "#include" STRING [ ";" ]
export function parseDirective(tokens: Cursor): Item {
  const start = tokens.next();
  const value = tokens.current;
  if (start.text === 'include') {
    if (value.kind !== 'string') {
      throw tokens.fault(
        'include-name',
        'Expected the name of a script in quotes after #include.',
        tokens.gap,
      );
    }
    tokens.next();
    tokens.accept(';');
    return { kind: 'include', id: value.text, span: through(start, value) };
  }
  if (start.text !== 'setLanguageLevel') {
    const message = `There is no directive "#${start.text}", only #include and #setLanguageLevel.`;
    throw tokens.fault('unknown-directive', message, start);
  }
  if (value.kind !== 'integer') {
    throw tokens.fault('language-level', 'Expected a number after #setLanguageLevel: 3.', tokens.gap);
  }
  tokens.next();
  tokens.accept(';');
  return { kind: 'languageLevel', level: Number(value.text), levelSpan: value, span: through(start, value) };
}
