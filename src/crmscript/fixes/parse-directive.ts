import type { Item } from '../syntax/ast.ts';
import { nearest } from '../nearest.ts';
import { through, type TokenStream } from './token-stream.ts';

// directive := "#setLanguageLevel" INTEGER [ ";" ] | "#include" STRING [ ";" ]
export function parseDirective(tokens: TokenStream): Item {
  const start = tokens.next();
  const meant = start.text.toLowerCase() === 'include' ? 'include' : start.text;
  if (meant === 'include') return parseInclude(tokens, start);
  if (start.text === 'setLanguageLevel') return parseLevel(tokens, start);
  const near = nearest(start.text, ['include', 'setLanguageLevel']);
  const message = `There is no directive "#${start.text}", only #include and #setLanguageLevel.`;
  const fix =
    near === undefined
      ? undefined
      : { label: `Write "#${near}"`, start: start.start, end: start.end, text: `#${near}` };
  if (near === undefined) {
    tokens.report('unknown-directive', message, start);
    return { kind: 'empty', span: start };
  }
  tokens.complain('unknown-directive', message, start, fix);
  return near === 'include' ? parseInclude(tokens, start) : parseLevel(tokens, start);
}

type Start = ReturnType<TokenStream['next']>;

function parseLevel(tokens: TokenStream, start: Start): Item {
  const value = tokens.peek();
  if (value.kind !== 'integer') {
    const message = 'Expected a number after #setLanguageLevel: 3.';
    const alone = value.line !== start.line || value.text === ';' || value.kind === 'end';
    const fix = tokens.insertion(value.text === ';' ? ' 3' : ' 3;');
    tokens.report('language-level', message, tokens.gap(), alone ? fix : undefined);
    return { kind: 'empty', span: start };
  }
  tokens.next();
  tokens.accept(';');
  const level = Number(value.text);
  return { kind: 'languageLevel', level, levelSpan: value, span: through(start, value) };
}

function parseInclude(tokens: TokenStream, start: Start): Item {
  if (start.text !== 'include') {
    const message = `There is no directive "#${start.text}". Write #include.`;
    const fix = { label: 'Write "#include"', start: start.start, end: start.end, text: '#include' };
    tokens.complain('unknown-directive', message, start, fix);
  }
  const value = tokens.peek();
  if (value.kind !== 'string') return parseBareInclude(tokens, start);
  tokens.next();
  tokens.accept(';');
  return { kind: 'include', id: value.text, span: through(start, value) };
}

/** `#include name` and `#include <name>`: the rest of the line is the name. */
function parseBareInclude(tokens: TokenStream, start: Start): Item {
  const first = tokens.peek();
  let last = start;
  while (!tokens.atEnd && tokens.peek().line === start.line && !tokens.is(';')) last = tokens.next();
  const id = last === start ? '' : tokens.slice(first, last).replace(/^<(.*)>$/, '$1');
  const fix = { label: 'Put it into quotes', start: first.start, end: last.end, text: `"${id}"` };
  const message = 'Expected the name of a script in quotes after #include.';
  tokens.report('include-name', message, id === '' ? start : first, id === '' ? undefined : fix);
  tokens.accept(';');
  tokens.recover();
  return id === '' ? { kind: 'empty', span: start } : { kind: 'include', id, span: start };
}
