import { nearest } from '../../nearest.ts';
import type { FaultSite } from '../fault-site.ts';
import type { Answer, Rules } from '../rule.ts';
import { untypedFunction } from './functions.ts';

/* Statements whose first word is misspelt or missing, and what belongs to them. */

export function misspelt(site: FaultSite, index: number, keyword: string): Answer {
  const message = `There is no "${site.at(index).text}". Did you mean "${keyword}"?`;
  return { code: 'misspelt-keyword', message, span: site.at(index), fix: site.writing(keyword, index) };
}

const isNamePair = (site: FaultSite, index: number): boolean => site.isName(index) && site.isName(index + 1);

/** `name (…) {`: a misspelt word of the language, or a function without a type. */
function head(site: FaultSite): Answer | undefined {
  const { first } = site;
  if (!site.isName(first) || !site.is('(', first + 1)) return undefined;
  const past = site.pastPair(first + 1);
  if (past < 0 || !site.is('{', past)) return undefined;
  const { text } = site.at(first);
  const keyword = nearest(text, ['while', 'foreach', 'for', 'if', 'switch']);
  const parameters =
    site.is(')', first + 2) ||
    (isNamePair(site, first + 2) && (site.is(',', first + 4) || site.is(')', first + 4)));
  if (keyword !== undefined && keyword !== 'switch' && !parameters && text.length > 1)
    return misspelt(site, first, keyword);
  if (text === 'Void') {
    const message = 'The name of the function is missing behind its type.';
    const at = site.at(first).end;
    return {
      code: 'expected-name',
      message,
      span: site.at(first + 1),
      repair: [{ start: at, end: at, text: ' unread' }],
      isGuess: true,
      mayDeclare: true,
    };
  }
  if (parameters && site.opener() < 0) {
    const message = `A function begins with the type that it returns: Void ${text}(…) when it returns nothing.`;
    return untypedFunction(site, message, first, first);
  }
  return unknown(site, past);
}

/** The block behind it is read; what stands before it cannot be. */
function unknown(site: FaultSite, brace: number): Answer {
  const word = site.at(site.first);
  const message = `"${word.text}" begins no statement of CRMScript.`;
  const repair = [{ start: word.start, end: site.at(brace - 1).end, text: '' }];
  return { code: 'unknown-statement', message, span: word, repair, isGuess: true };
}

/** `word {` */
function block(site: FaultSite): Answer | undefined {
  const { first, index } = site;
  if (!site.isName(first) || index !== first + 1 || !site.is('{')) return undefined;
  const word = site.at(first);
  if (site.opener() < 0 && isNamePair(site, index + 1)) {
    const fix = { label: 'Add "struct"', start: word.start, end: word.start, text: 'struct ' };
    return {
      code: 'expected',
      message: `Expected "struct" before the name "${word.text}".`,
      span: word,
      fix,
    };
  }
  const keyword = nearest(word.text, ['else', 'try', 'catch']);
  return keyword === undefined ? unknown(site, index) : misspelt(site, first, keyword);
}

/** `esle if (…) {` */
function elseIf(site: FaultSite): Answer | undefined {
  const { first, index } = site;
  const isWord =
    site.isName(first) &&
    index === first + 1 &&
    site.is('if') &&
    nearest(site.at(first).text, ['else']) !== undefined;
  return isWord && site.is('}', first - 1) ? misspelt(site, first, 'else') : undefined;
}

/** `(n == 1) { … }`: the word before the parentheses is missing, or that behind an `else`. */
function parentheses(site: FaultSite): Answer | undefined {
  const { first, index } = site;
  if (!site.is('(', first)) return undefined;
  const past = site.pastPair(first);
  if (past < 0 || past > index) return undefined;
  const next = site.at(past);
  const begins =
    next.text === '{' ||
    next.kind === 'name' ||
    (next.kind === 'keyword' && !['true', 'false', 'this', 'in', 'else', 'catch'].includes(next.text));
  if (!begins) return undefined;
  if (site.is('else', first - 1) && next.text === '{') {
    const fix = site.adding(' if', first);
    return {
      code: 'else-condition',
      message: 'An "else" takes no condition. Write else if (…).',
      span: site.at(first),
      fix,
      isOfItsOwn: true,
    };
  }
  const { start } = site.at(first);
  const repair = [{ start, end: start, text: 'if ' }];
  const message = 'A word such as "if" or "while" is missing before these parentheses.';
  return { code: 'unknown-statement', message, span: site.at(first), repair, isGuess: true };
}

const printing: ReadonlySet<string> = new Set(['echo', 'puts', 'say', 'write', 'alert', 'printf', 'println']);

/** `word value`: a misspelt word of the language, or a call without its parentheses. */
function command(site: FaultSite): Answer | undefined {
  const { first, index, token } = site;
  const word = site.at(first);
  if (word.kind !== 'name' || index !== first + 1 || !site.isOperand() || token.line !== word.line)
    return undefined;
  const keyword = nearest(word.text, ['return', 'throw']);
  if (keyword !== undefined) return misspelt(site, first, keyword);
  if (token.kind === 'name' || token.text === 'true' || token.text === 'false') return undefined;
  const value = site.expression(index);
  if (value === undefined) return undefined;
  const name = printing.has(word.text) ? 'printLine' : word.text;
  const written = site.written(index, value.past);
  const message = `What is handed over stands in parentheses: ${name}(${written}).`;
  const fix = site.is(')', value.past)
    ? { label: 'Add "("', start: word.end, end: token.start, text: '(' }
    : {
        label: 'Add parentheses',
        start: word.start,
        end: site.at(value.past - 1).end,
        text: `${name}(${written})`,
      };
  return { code: 'expected', message, span: token, fix, isGuess: true };
}

/** `name: Type = …` and labels */
function colon(site: FaultSite): Answer | undefined {
  const { first, index, token } = site;
  if (token.text !== ':' || index !== first + 1 || !site.isName(first)) return undefined;
  const [name, type] = [site.at(first), site.at(index + 1)];
  const typed = type.kind === 'name' && (site.is('=', index + 2) || site.is(';', index + 2));
  const written = `${type.text} ${name.text}`;
  const past = site.pastStatement(index);
  const skip = { start: name.start, end: site.at(past - 1).end, text: ';' };
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
function comment(site: FaultSite): Answer | undefined {
  const { first } = site;
  const token = site.at(first);
  const html = token.text === '<' && site.at(first + 1).text === '!';
  const dashes = token.text === '--' && isNamePair(site, first + 1);
  if (!html && !dashes) return undefined;
  const end = html ? site.at(first + 2).end : token.end;
  const fix = { label: 'Write "//"', start: token.start, end, text: '//' };
  return { code: 'comment', message: 'A comment begins with "//".', span: token, fix };
}

/** `while while (…)`: a word that stands there twice. */
function twice(site: FaultSite): Answer | undefined {
  const { token, previous } = site;
  if (
    site.index === 0 ||
    token.kind !== 'keyword' ||
    previous.kind !== 'keyword' ||
    previous.text !== token.text
  )
    return undefined;
  const fix = { label: `Remove "${token.text}"`, start: previous.start, end: token.start, text: '' };
  return { code: 'twice', message: `"${token.text}" stands here twice.`, span: token, fix };
}

/** `break 2;` */
function jump(site: FaultSite): Answer | undefined {
  const { previous, token, index } = site;
  if (
    (previous.text !== 'break' && previous.text !== 'continue') ||
    token.kind !== 'integer' ||
    !site.is(';', index + 1)
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
