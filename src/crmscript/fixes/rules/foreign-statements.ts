import type { FaultSite } from '../fault-site.ts';
import type { Answer, WordRules } from '../rule.ts';
import { functionWord } from './functions.ts';
import { switchStatement } from './switch.ts';

/*
 * Statements that other languages have and CRMScript has not: each gets a message that names the way it is done
 * here (crm §4 notes), and where that is a matter of words the change that does it.
 */

type ForeignWord = {
  readonly message: string;
  /** What must follow for the word to be meant so: a name of the author's may be the same. */
  readonly before: 'name' | '(' | '{' | 'text' | 'end';
  /** What is done: the word left out or replaced, the statement skipped, or what a function makes of it. */
  readonly mend: 'remove' | 'skip' | { readonly write: string } | ((site: FaultSite) => Answer | undefined);
};

const noLoop = 'CRMScript has no "do … while". Write while (true) { … if (done) break; }.';
const noFinally = 'CRMScript has no "finally". Put the statements after the try … catch.';

const modifier: ForeignWord = { message: '', before: 'name', mend: 'remove' };
const blockEnd: ForeignWord = {
  message: 'A block begins with "{" and ends with "}".',
  before: 'end',
  mend: 'remove',
};
const functionKind: ForeignWord = { message: '', before: 'name', mend: functionWord };
const include = (message: string): ForeignWord => ({ message, before: 'text', mend: included });

const kinds: ReadonlyMap<string, ForeignWord> = new Map<string, ForeignWord>([
  ['switch', { message: '', before: '(', mend: switchStatement }],
  ['do', { message: noLoop, before: '{', mend: doLoop }],
  [
    'goto',
    {
      message: 'CRMScript has no "goto". Use a loop with break or continue, or a function.',
      before: 'name',
      mend: 'skip',
    },
  ],
  [
    'const',
    {
      message: 'CRMScript has no constants. Declare a variable: Integer limit = 5;',
      before: 'name',
      mend: 'remove',
    },
  ],
  [
    'class',
    {
      message: 'CRMScript has no classes. Write struct Name { … };',
      before: 'name',
      mend: { write: 'struct' },
    },
  ],
  ['finally', { message: noFinally, before: '{', mend: finallyBlock }],
  [
    'enum',
    {
      message: 'CRMScript has no enumerations of your own. Use Integer variables.',
      before: 'name',
      mend: 'skip',
    },
  ],
  [
    'interface',
    { message: 'CRMScript has no interfaces. Write struct Name { … };', before: 'name', mend: 'skip' },
  ],
  [
    'typedef',
    {
      message: 'CRMScript has no names of your own for types. Write the type.',
      before: 'name',
      mend: 'skip',
    },
  ],
  ['import', include('CRMScript has no "import". Write #include "name";')],
  ['include', include('Write #include "name";')],
  [
    'delete',
    {
      message: 'CRMScript has no "delete": what is no longer used goes by itself. Leave it out.',
      before: 'name',
      mend: 'skip',
    },
  ],
  ...['function', 'fun', 'func', 'def'].map((word): [string, ForeignWord] => [word, functionKind]),
  ...['elseif', 'elsif', 'elif'].map((word): [string, ForeignWord] => [
    word,
    { message: 'Write "else if" in two words.', before: '(', mend: elseIf },
  ]),
  ...['public', 'private', 'protected', 'static', 'final', 'readonly', 'async', 'export', 'virtual'].map(
    (word): [string, ForeignWord] => [word, modifier],
  ),
  ...['endif', 'endwhile', 'endfor', 'endforeach', 'fi'].map((word): [string, ForeignWord] => [
    word,
    blockEnd,
  ]),
]);

function follows(site: FaultSite, what: ForeignWord['before']): boolean {
  const after = site.peek(1);
  if (what === 'text') return after.kind === 'name' || after.kind === 'string' || after.text === '{';
  if (what === 'end') return after.line !== site.token.line || after.text === ';' || after.kind === 'end';
  if (what === '(') return site.is('(', site.index + 1) && !site.isCall(site.index + 1);
  if (what !== 'name') return after.kind === 'operator' && after.text === what;
  // `const x = 5` has no type: that is for the checker, who knows the type of the value.
  return after.kind === 'name' && !(site.token.text === 'const' && site.is('=', site.index + 2));
}

function foreignStatement(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  const kind = kinds.get(token.text);
  if (kind === undefined || !begins(site) || !follows(site, kind.before)) return undefined;
  const { mend, message } = kind;
  if (typeof mend === 'function') return mend(site);
  const found = { code: 'not-crmscript', message, span: token } as const;
  if (mend === 'skip') {
    const past = site.pastStatement(index);
    return { ...found, repair: [{ start: token.start, end: site.at(past - 1).end, text: ';' }] };
  }
  if (mend !== 'remove') return { ...found, fix: site.writing(mend.write) };
  const isEnd = kind.before === 'end';
  const text = message === '' ? memberMessage(site) : message;
  const fix = site.removing(index, !isEnd);
  return {
    ...found,
    message: text,
    fix,
    ...(isEnd && site.peek(1).text !== ';' && { repair: [{ ...fix, text: ';' }] }),
  };
}

/** A statement or the member of a struct begins here, or another such word stands before it. */
function begins(site: FaultSite): boolean {
  let { index } = site;
  while (index > site.first && kinds.get(site.at(index - 1).text)?.mend === 'remove') index -= 1;
  return index === site.first;
}

function memberMessage(site: FaultSite): string {
  const { text } = site.token;
  return isInStruct(site)
    ? `CRMScript has no "${text}". Everybody sees the members of a struct. Leave it out.`
    : `CRMScript has no "${text}". Leave it out.`;
}

/** Whether the innermost braces are those of a struct. */
function isInStruct(site: FaultSite): boolean {
  const word = site.at(site.opener() - 2).text;
  return word === 'struct' || word === 'class';
}

/** `include "part"` and `import "part"` */
function included(site: FaultSite): Answer {
  const { token, index } = site;
  const { message = '' } = kinds.get(token.text) ?? {};
  const found = { code: 'not-crmscript', message, span: token } as const;
  if (site.peek(1).kind === 'string') return { ...found, fix: site.writing('#include'), isGuess: true };
  const past = site.pastStatement(index);
  return {
    ...found,
    repair: [{ start: token.start, end: site.at(past - 1).end, text: ';' }],
    isGuess: true,
  };
}

/** `} elseif (…) {` */
function elseIf(site: FaultSite): Answer {
  const fix = site.writing('else if', site.index, site.index + 1, 'Write "else if"');
  const found = {
    code: 'not-crmscript',
    message: 'Write "else if" in two words.',
    span: site.token,
  } as const;
  const goesOn = site.index > 0 && (site.is('}', site.index - 1) || site.is(';', site.index - 1));
  return goesOn ? { ...found, fix, isOfItsOwn: true } : found;
}

/** `finally { … }` is what stands behind, where nothing before it leaves the function or the loop, or may throw where nobody catches it. */
function finallyBlock(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  if (!isBehindCatch(site)) {
    const isAlone = site.is('}', index - 1) && site.at(openOf(site, index - 1) - 1).text === 'try';
    if (!isAlone) return undefined;
    const message =
      'CRMScript has no "finally". Catch the error with catch { … }, and put the statements behind it.';
    return {
      code: 'not-crmscript',
      message,
      span: token,
      repair: [{ start: token.start, end: token.end, text: 'catch' }],
      isOfItsOwn: true,
    };
  }
  const fix = { ...site.removing(index, true), label: 'Remove "finally"' };
  const found = { code: 'not-crmscript', message: noFinally, span: token } as const;
  return leavesBefore(site) ? { ...found, repair: [fix] } : { ...found, fix };
}

const isBehindCatch = (site: FaultSite): boolean => {
  if (!site.is('}', site.index - 1)) return true;
  return site.at(openOf(site, site.index - 1) - 1).text !== 'try';
};

/** The brace that opens what the one at an index closes. */
function openOf(site: FaultSite, index: number): number {
  let depth = 0;
  for (let at = index; at >= 0 && index - at < 4000; at--) {
    if (site.is('}', at)) depth += 1;
    if (site.is('{', at)) depth -= 1;
    if (depth === 0) return at;
  }
  return 0;
}

/** True when one of the two blocks before this may not come to its end: both by leaving, the second also by throwing. */
function leavesBefore(site: FaultSite): boolean {
  if (!site.is('}', site.index - 1)) return true;
  const second = openOf(site, site.index - 1);
  const first = openOf(site, second - 2);
  for (let at = first; at < site.index; at++) {
    const { kind, text } = site.at(at);
    if (kind === 'keyword' && ['return', 'throw', 'break', 'continue'].includes(text)) return true;
    if (at > second && mayThrow(site, at)) return true;
  }
  return false;
}

/** What is called in many a handler and never throws, where it is the library's. */
const quiet: ReadonlySet<string> = new Set(['print', 'printLine', 'toString', 'getLength', 'isEmpty']);

/** A call, a division, an element of an array. */
function mayThrow(site: FaultSite, index: number): boolean {
  const { kind, text } = site.at(index);
  if (kind === 'name') return site.is('(', index + 1) && (!quiet.has(text) || site.functions.has(text));
  return kind === 'operator' && ['/', '/=', '%', '%=', '['].includes(text);
}

/** `do { … } while (condition);` and `do { … } until (condition);` */
function doLoop(site: FaultSite): Answer {
  const { token, index } = site;
  const found = { code: 'not-crmscript', message: noLoop, span: token, isOfItsOwn: true } as const;
  const past = site.pastPair(index + 1, 4000);
  const start = { start: token.start, end: token.end, text: 'while (true)' };
  if (past < 0) return { ...found, repair: [start] };
  const [open, close, word] = [site.at(index + 1), site.at(past - 1), site.at(past)];
  const loops = (word.text === 'while' || word.text === 'until') && site.is('(', past + 1);
  const end = loops ? site.pastPair(past + 1) : -1;
  if (end < 0) return { ...found, repair: [start] };
  const inner = site.source.slice(open.end, close.start);
  const test = site.written(past + 1, end);
  const done = word.text === 'until' ? `if ${test} break;` : `if (!${test}) break;`;
  const text = `while (true) {${inner}${/\s$/.test(inner) ? '' : ' '}${done} }`;
  const ends = site.is(';', end);
  const fix = { label: 'Write while (true)', start: token.start, end: site.at(end).end, text };
  const last = site.at(ends ? end : end - 1);
  const repair = [start, { start: close.end, end: last.end, text: '' }];
  return ends && !/\bcontinue\b/.test(inner) ? { ...found, fix, repair } : { ...found, repair };
}

/** `if (…) then {` */
function then(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  const goesOn = site.peek(1).kind === 'operator' && !site.is('{', index + 1);
  if (goesOn || index !== site.first || !site.is(')', index - 1)) return undefined;
  const fix = site.removing(index, true);
  return {
    code: 'not-crmscript',
    message: 'CRMScript has no "then". Leave it out.',
    span: token,
    fix: { ...fix, label: 'Remove "then"' },
    isOfItsOwn: true,
  };
}

export const statementWords: WordRules = new Map([
  ...[...kinds.keys()].map((word) => [word, foreignStatement] as const),
  ['then', then],
]);
