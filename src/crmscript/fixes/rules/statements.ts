import { nearest } from '../../nearest.ts';
import type { Place } from '../place.ts';
import type { Answer, Rules } from '../rule.ts';
import { untypedFunction } from './functions.ts';

/* Statements whose first word is misspelt or missing, and what belongs to them. */

export function misspelt(place: Place, index: number, keyword: string): Answer {
  const message = `There is no "${place.at(index).text}". Did you mean "${keyword}"?`;
  return { code: 'misspelt-keyword', message, span: place.at(index), fix: place.writing(keyword, index) };
}

const isNamePair = (place: Place, index: number): boolean => place.isName(index) && place.isName(index + 1);

/** `name (…) {`: a misspelt word of the language, or a function without a type. */
function head(place: Place): Answer | undefined {
  const { first } = place;
  if (!place.isName(first) || !place.is('(', first + 1)) return undefined;
  const past = place.pastPair(first + 1);
  if (past < 0 || !place.is('{', past)) return undefined;
  const { text } = place.at(first);
  const keyword = nearest(text, ['while', 'foreach', 'for', 'if', 'switch']);
  const parameters =
    place.is(')', first + 2) ||
    (isNamePair(place, first + 2) && (place.is(',', first + 4) || place.is(')', first + 4)));
  if (keyword !== undefined && keyword !== 'switch' && !parameters && text.length > 1)
    return misspelt(place, first, keyword);
  if (text === 'Void') {
    const message = 'The name of the function is missing behind its type.';
    const at = place.at(first).end;
    return {
      code: 'expected-name',
      message,
      span: place.at(first + 1),
      repair: [{ start: at, end: at, text: ' unread' }],
      isGuess: true,
      mayDeclare: true,
    };
  }
  if (parameters && place.opener() < 0) {
    const message = `A function begins with the type that it returns: Void ${text}(…) when it returns nothing.`;
    return untypedFunction(place, message, first, first);
  }
  return unknown(place, past);
}

/** The block behind it is read; what stands before it cannot be. */
function unknown(place: Place, brace: number): Answer {
  const word = place.at(place.first);
  const message = `"${word.text}" begins no statement of CRMScript.`;
  const repair = [{ start: word.start, end: place.at(brace - 1).end, text: '' }];
  return { code: 'unknown-statement', message, span: word, repair, isGuess: true };
}

/** `word {` */
function block(place: Place): Answer | undefined {
  const { first, index } = place;
  if (!place.isName(first) || index !== first + 1 || !place.is('{')) return undefined;
  const word = place.at(first);
  if (place.opener() < 0 && isNamePair(place, index + 1)) {
    const fix = { label: 'Add "struct"', start: word.start, end: word.start, text: 'struct ' };
    return {
      code: 'expected',
      message: `Expected "struct" before the name "${word.text}".`,
      span: word,
      fix,
    };
  }
  const keyword = nearest(word.text, ['else', 'try', 'catch']);
  return keyword === undefined ? unknown(place, index) : misspelt(place, first, keyword);
}

/** `esle if (…) {` */
function elseIf(place: Place): Answer | undefined {
  const { first, index } = place;
  const isWord =
    place.isName(first) &&
    index === first + 1 &&
    place.is('if') &&
    nearest(place.at(first).text, ['else']) !== undefined;
  return isWord && place.is('}', first - 1) ? misspelt(place, first, 'else') : undefined;
}

/** `(n == 1) { … }`: the word before the parentheses is missing, or that behind an `else`. */
function parentheses(place: Place): Answer | undefined {
  const { first, index } = place;
  if (!place.is('(', first)) return undefined;
  const past = place.pastPair(first);
  if (past < 0 || past > index) return undefined;
  const next = place.at(past);
  const begins =
    next.text === '{' ||
    next.kind === 'name' ||
    (next.kind === 'keyword' && !['true', 'false', 'this', 'in', 'else', 'catch'].includes(next.text));
  if (!begins) return undefined;
  if (place.is('else', first - 1) && next.text === '{') {
    const fix = place.adding(' if', first);
    return {
      code: 'else-condition',
      message: 'An "else" takes no condition. Write else if (…).',
      span: place.at(first),
      fix,
      isOfItsOwn: true,
    };
  }
  const { start } = place.at(first);
  const repair = [{ start, end: start, text: 'if ' }];
  const message = 'A word such as "if" or "while" is missing before these parentheses.';
  return { code: 'unknown-statement', message, span: place.at(first), repair, isGuess: true };
}

const printing: ReadonlySet<string> = new Set(['echo', 'puts', 'say', 'write', 'alert', 'printf', 'println']);

/** `word value`: a misspelt word of the language, or a call without its parentheses. */
function command(place: Place): Answer | undefined {
  const { first, index, token } = place;
  const word = place.at(first);
  if (word.kind !== 'name' || index !== first + 1 || !place.isOperand() || token.line !== word.line)
    return undefined;
  const keyword = nearest(word.text, ['return', 'throw']);
  if (keyword !== undefined) return misspelt(place, first, keyword);
  if (token.kind === 'name' || token.text === 'true' || token.text === 'false') return undefined;
  const value = place.expression(index);
  if (value === undefined) return undefined;
  const name = printing.has(word.text) ? 'printLine' : word.text;
  const written = place.written(index, value.past);
  const message = `What is handed over stands in parentheses: ${name}(${written}).`;
  const fix = place.is(')', value.past)
    ? { label: 'Add "("', start: word.end, end: token.start, text: '(' }
    : {
        label: 'Add parentheses',
        start: word.start,
        end: place.at(value.past - 1).end,
        text: `${name}(${written})`,
      };
  return { code: 'expected', message, span: token, fix, isGuess: true };
}

/** `name: Type = …` and labels */
function colon(place: Place): Answer | undefined {
  const { first, index, token } = place;
  if (token.text !== ':' || index !== first + 1 || !place.isName(first)) return undefined;
  const [name, type] = [place.at(first), place.at(index + 1)];
  const typed = type.kind === 'name' && (place.is('=', index + 2) || place.is(';', index + 2));
  const written = `${type.text} ${name.text}`;
  const past = place.pastStatement(index);
  const skip = { start: name.start, end: place.at(past - 1).end, text: ';' };
  const found = { code: 'not-crmscript', span: name, isGuess: true } as const;
  if (!typed)
    return {
      ...found,
      message: 'CRMScript has no labels; break and continue mean the innermost loop.',
      repair: [skip],
    };
  const fix = { label: `Write ${written}`, start: name.start, end: type.end, text: written };
  return { ...found, message: `The type stands before the name: ${written}.`, fix };
}

/** `-- a remark` and `<!-- a remark -->`. */
function comment(place: Place): Answer | undefined {
  const { first } = place;
  const token = place.at(first);
  const html = token.text === '<' && place.at(first + 1).text === '!';
  const dashes = token.text === '--' && isNamePair(place, first + 1);
  if (!html && !dashes) return undefined;
  const end = html ? place.at(first + 2).end : token.end;
  const fix = { label: 'Write "//"', start: token.start, end, text: '//' };
  return { code: 'comment', message: 'A comment begins with "//".', span: token, fix };
}

/** `while while (…)`: a word that stands there twice. */
function twice(place: Place): Answer | undefined {
  const { token, previous } = place;
  if (
    place.index === 0 ||
    token.kind !== 'keyword' ||
    previous.kind !== 'keyword' ||
    previous.text !== token.text
  )
    return undefined;
  const fix = { label: `Remove "${token.text}"`, start: previous.start, end: token.start, text: '' };
  return { code: 'twice', message: `"${token.text}" stands here twice.`, span: token, fix };
}

/** `break 2;` */
function jump(place: Place): Answer | undefined {
  const { previous, token, index } = place;
  if (
    (previous.text !== 'break' && previous.text !== 'continue') ||
    token.kind !== 'integer' ||
    !place.is(';', index + 1)
  )
    return undefined;
  const fix = { label: 'Remove the number', start: previous.end, end: token.end, text: '' };
  return {
    code: 'unexpected',
    message: `"${previous.text}" leaves one loop, so it takes no number.`,
    span: token,
    fix,
  };
}

const anywhere = [
  'expected',
  'unexpected',
  'missing-semicolon',
  'expected-expression',
  'expected-name',
] as const;

export const statementRules: Rules = [
  { codes: ['expected', 'expected-expression', 'stray-keyword'], rule: twice },
  { codes: ['unexpected'], rule: jump },
  { codes: ['unexpected'], rule: block },
  { codes: ['unexpected', 'missing-semicolon'], rule: elseIf },
  { codes: anywhere, rule: head },
  { codes: ['unexpected', 'missing-semicolon'], rule: parentheses },
  { codes: ['unexpected'], rule: colon },
  { codes: ['expected-expression', 'unexpected', 'expected'], rule: comment },
];

export const commandRules: Rules = [{ codes: ['unexpected'], rule: command }];
