import type { Place } from '../place.ts';
import type { Answer, WordRules } from '../rule.ts';
import { functionWord } from './functions.ts';
import { switchStatement } from './switch.ts';

/*
 * Statements that other languages have and CRMScript has not: each gets a message that names the way it is done
 * here (crm §4 notes), and where that is a matter of words the change that does it.
 */

type Kind = {
  readonly message: string;
  /** What must follow for the word to be meant so: a name of the author's may be the same. */
  readonly before: 'name' | '(' | '{' | 'text' | 'end';
  /** What is done: the word left out or replaced, the statement skipped, or what a function makes of it. */
  readonly mend: 'remove' | 'skip' | { readonly write: string } | ((place: Place) => Answer | undefined);
};

const noLoop = 'CRMScript has no "do … while". Write while (true) { … if (done) break; }.';
const noFinally = 'CRMScript has no "finally". Put the statements after the try … catch.';

const modifier: Kind = { message: '', before: 'name', mend: 'remove' };
const blockEnd: Kind = {
  message: 'A block begins with "{" and ends with "}".',
  before: 'end',
  mend: 'remove',
};
const functionKind: Kind = { message: '', before: 'name', mend: functionWord };
const include = (message: string): Kind => ({ message, before: 'text', mend: included });

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
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
  ...['function', 'fun', 'func', 'def'].map((word): [string, Kind] => [word, functionKind]),
  ...['elseif', 'elsif', 'elif'].map((word): [string, Kind] => [
    word,
    { message: 'Write "else if" in two words.', before: '(', mend: elseIf },
  ]),
  ...['public', 'private', 'protected', 'static', 'final', 'readonly', 'async', 'export', 'virtual'].map(
    (word): [string, Kind] => [word, modifier],
  ),
  ...['endif', 'endwhile', 'endfor', 'endforeach', 'fi'].map((word): [string, Kind] => [word, blockEnd]),
]);

function follows(place: Place, what: Kind['before']): boolean {
  const after = place.peek(1);
  if (what === 'text') return after.kind === 'name' || after.kind === 'string' || after.text === '{';
  if (what === 'end') return after.line !== place.token.line || after.text === ';' || after.kind === 'end';
  if (what === '(') return place.is('(', place.index + 1) && !place.isCall(place.index + 1);
  if (what !== 'name') return after.kind === 'operator' && after.text === what;
  // `const x = 5` has no type: that is for the checker, who knows the type of the value.
  return after.kind === 'name' && !(place.token.text === 'const' && place.is('=', place.index + 2));
}

function foreignStatement(place: Place): Answer | undefined {
  const { token, index } = place;
  const kind = kinds.get(token.text);
  if (kind === undefined || !begins(place) || !follows(place, kind.before)) return undefined;
  const { mend, message } = kind;
  if (typeof mend === 'function') return mend(place);
  const found = { code: 'not-crmscript', message, span: token } as const;
  if (mend === 'skip') {
    const past = place.pastStatement(index);
    return { ...found, repair: [{ start: token.start, end: place.at(past - 1).end, text: ';' }] };
  }
  if (mend !== 'remove') return { ...found, fix: place.writing(mend.write) };
  const isEnd = kind.before === 'end';
  const text = message === '' ? memberMessage(place) : message;
  const fix = place.removing(index, !isEnd);
  return {
    ...found,
    message: text,
    fix,
    ...(isEnd && place.peek(1).text !== ';' && { repair: [{ ...fix, text: ';' }] }),
  };
}

/** A statement or the member of a struct begins here, or another such word stands before it. */
function begins(place: Place): boolean {
  let { index } = place;
  while (index > place.first && kinds.get(place.at(index - 1).text)?.mend === 'remove') index -= 1;
  return index === place.first;
}

function memberMessage(place: Place): string {
  const { text } = place.token;
  return isInStruct(place)
    ? `CRMScript has no "${text}". Everybody sees the members of a struct. Leave it out.`
    : `CRMScript has no "${text}". Leave it out.`;
}

/** Whether the innermost braces are those of a struct. */
function isInStruct(place: Place): boolean {
  const word = place.at(place.opener() - 2).text;
  return word === 'struct' || word === 'class';
}

/** `include "part"` and `import "part"` */
function included(place: Place): Answer {
  const { token, index } = place;
  const { message = '' } = kinds.get(token.text) ?? {};
  const found = { code: 'not-crmscript', message, span: token } as const;
  if (place.peek(1).kind === 'string') return { ...found, fix: place.writing('#include'), isGuess: true };
  const past = place.pastStatement(index);
  return {
    ...found,
    repair: [{ start: token.start, end: place.at(past - 1).end, text: ';' }],
    isGuess: true,
  };
}

/** `} elseif (…) {` */
function elseIf(place: Place): Answer {
  const fix = place.writing('else if', place.index, place.index + 1, 'Write "else if"');
  const found = {
    code: 'not-crmscript',
    message: 'Write "else if" in two words.',
    span: place.token,
  } as const;
  const goesOn = place.index > 0 && (place.is('}', place.index - 1) || place.is(';', place.index - 1));
  return goesOn ? { ...found, fix, isOfItsOwn: true } : found;
}

/** `finally { … }` is what stands behind, where nothing before it leaves the function or the loop. */
function finallyBlock(place: Place): Answer | undefined {
  const { token, index } = place;
  if (!isBehindCatch(place)) {
    const isAlone = place.is('}', index - 1) && place.at(openOf(place, index - 1) - 1).text === 'try';
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
  const fix = { ...place.removing(index, true), label: 'Remove "finally"' };
  const found = { code: 'not-crmscript', message: noFinally, span: token } as const;
  return leavesBefore(place) ? { ...found, repair: [fix] } : { ...found, fix };
}

const isBehindCatch = (place: Place): boolean => {
  if (!place.is('}', place.index - 1)) return true;
  return place.at(openOf(place, place.index - 1) - 1).text !== 'try';
};

/** The brace that opens what the one at an index closes. */
function openOf(place: Place, index: number): number {
  let depth = 0;
  for (let at = index; at >= 0 && index - at < 4000; at--) {
    if (place.is('}', at)) depth += 1;
    if (place.is('{', at)) depth -= 1;
    if (depth === 0) return at;
  }
  return 0;
}

/** True when one of the two blocks before this may not come to its end. */
function leavesBefore(place: Place): boolean {
  if (!place.is('}', place.index - 1)) return true;
  const second = openOf(place, place.index - 1);
  const first = openOf(place, second - 2);
  for (let at = first; at < place.index; at++) {
    const { kind, text } = place.at(at);
    if (kind === 'keyword' && ['return', 'throw', 'break', 'continue'].includes(text)) return true;
  }
  return false;
}

/** `do { … } while (condition);` and `do { … } until (condition);` */
function doLoop(place: Place): Answer {
  const { token, index } = place;
  const found = { code: 'not-crmscript', message: noLoop, span: token, isOfItsOwn: true } as const;
  const past = place.pastPair(index + 1, 4000);
  const start = { start: token.start, end: token.end, text: 'while (true)' };
  if (past < 0) return { ...found, repair: [start] };
  const [open, close, word] = [place.at(index + 1), place.at(past - 1), place.at(past)];
  const loops = (word.text === 'while' || word.text === 'until') && place.is('(', past + 1);
  const end = loops ? place.pastPair(past + 1) : -1;
  if (end < 0) return { ...found, repair: [start] };
  const inner = place.source.slice(open.end, close.start);
  const test = place.written(past + 1, end);
  const done = word.text === 'until' ? `if ${test} break;` : `if (!${test}) break;`;
  const text = `while (true) {${inner}${/\s$/.test(inner) ? '' : ' '}${done} }`;
  const ends = place.is(';', end);
  const fix = { label: 'Write while (true)', start: token.start, end: place.at(end).end, text };
  const last = place.at(ends ? end : end - 1);
  const repair = [start, { start: close.end, end: last.end, text: '' }];
  return ends && !/\bcontinue\b/.test(inner) ? { ...found, fix, repair } : { ...found, repair };
}

/** `if (…) then {` */
function then(place: Place): Answer | undefined {
  const { token, index } = place;
  const goesOn = place.peek(1).kind === 'operator' && !place.is('{', index + 1);
  if (goesOn || index !== place.first || !place.is(')', index - 1)) return undefined;
  const fix = place.removing(index, true);
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
