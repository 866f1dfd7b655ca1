import { foreignOperators } from '../foreign-operators.ts';
import type { Place } from '../place.ts';
import type { Answer, Rules, WordRules } from '../rule.ts';
import type { Token } from '../../syntax/token.ts';

/* Operators of other languages. */

const wordOperators: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['mod', '%'],
]);

/** The operator that a strange one stands for, if it stands for one between two operands. */
export const operatorHere = ({ kind, text }: Token): string | undefined =>
  kind === 'foreign'
    ? foreignOperators.get(text)
    : kind === 'name'
      ? wordOperators.get(text.toLowerCase())
      : undefined;

/** `flags & 4`: a number is a mask, unless it is compared. */
const masks = (place: Place): boolean =>
  place.peek(1).kind === 'integer' &&
  !(place.peek(2).kind === 'operator' && /^[=!<>]/.test(place.peek(2).text));

const bitWords: ReadonlyMap<string, string> = new Map([
  ['&', 'and'],
  ['|', 'or'],
]);

function instead(place: Place): Answer | undefined {
  const { token } = place;
  const { text } = token;
  const here = operatorHere(token);
  if (here === undefined || here === '.') return undefined;
  const fix = place.writing(here, place.index, place.index + 1, `Write ${here}`);
  const bits = bitWords.get(text);
  if (bits === undefined)
    return { code: 'not-crmscript', message: `CRMScript has no "${text}". Write ${here}.`, span: token, fix };
  if (!masks(place)) {
    const message = `CRMScript has no bit operators. For "${bits}", write ${here}.`;
    return { code: 'not-crmscript', message, span: token, fix, isGuess: true };
  }
  const message =
    'CRMScript has no bit operators. Single bits are read by an FHBitSet: set(…) and getBitNo(…).';
  return { code: 'not-crmscript', message, span: token, repair: [fix], isGuess: true };
}

/** `object->name`, `object?.name`, `Type::name`, `object..name` */
function point(place: Place): Answer | undefined {
  const { token } = place;
  if (operatorHere(token) !== '.' || place.peek(1).kind !== 'name') return undefined;
  const fix = place.writing('.');
  const message = `CRMScript has no "${token.text}". Write a point.`;
  const found = { code: 'not-crmscript', message, span: token } as const;
  // What stands before it is a type, which has no methods.
  return token.text === '::' ? { ...found, repair: [fix], isGuess: true } : { ...found, fix };
}

const unlike: ReadonlyMap<string, string> = new Map([
  ['^', 'CRMScript has no bit operators, so "^" means nothing. For a power, write pow(base, exponent).'],
  ['~', 'CRMScript has no bit operators, so "~" means nothing.'],
  ['**', 'CRMScript has no "**". Write pow(base, exponent), which is a Float.'],
  ['<<', 'CRMScript has no bit operators. Multiply: pow(2, n) is two to the n.'],
  ['>>', 'CRMScript has no bit operators. Divide: pow(2, n) is two to the n.'],
  ['??', 'CRMScript has no "??". Ask with isNull() or isEmpty() in an if.'],
  ['...', 'CRMScript has no "...". The number of arguments is fixed; hand over an array.'],
]);

const unlikeWords: ReadonlyMap<string, string> = new Map([
  ['instanceof', 'CRMScript has no "instanceof". For a Generic, ask getTypeName(g) == "Integer".'],
  ['is', 'CRMScript has no "is". For a Generic, ask getTypeName(g) == "Integer".'],
  ['as', 'CRMScript has no "as". Write the conversion behind the value, such as .toString().'],
  ['in', 'There is no "in" here: it belongs into foreach (Type name in array).'],
]);

/** Nothing here stands for it. */
function withoutOne(place: Place): Answer | undefined {
  const { token } = place;
  const { kind, text } = token;
  const message = kind === 'foreign' ? unlike.get(text) : place.onLine() ? unlikeWords.get(text) : undefined;
  if (message === undefined || kind === 'string') return undefined;
  return { code: 'not-crmscript', message, span: token };
}

/** `++n`: where nobody asks for its value, `n++` is the same; elsewhere it is the value behind the step. */
function prefixStep(place: Place): Answer | undefined {
  const { token, previous, index } = place;
  if (token.text !== '++' && token.text !== '--') return undefined;
  const target = place.postfix(index + 1);
  const past = target?.past ?? index + 1;
  const written = target === undefined ? 'i' : place.written(index + 1, past);
  const unasked = index === place.first || (previous.text === ';' && place.is(')', past));
  const added = `${written} ${token.text.charAt(0)}= 1`;
  const grouped = previous.text === '(' && place.is(')', past);
  const text = unasked ? written + token.text : grouped ? added : `(${added})`;
  const message = `CRMScript has no prefix "${token.text}". Write ${text}.`;
  const found = { code: 'not-crmscript', message, span: token } as const;
  return target === undefined ? found : { ...found, fix: place.writing(text, index, past, `Write ${text}`) };
}

/** `+n`, and `total =+ n` where a declaration has nothing to add to. */
function prefixPlus(place: Place): Answer | undefined {
  const { token, previous, index } = place;
  const after = place.peek(1);
  if (token.text !== '+' || (after.kind === 'operator' && after.text !== '(' && after.text !== '-'))
    return undefined;
  const swapped = previous.text === '=' && previous.end === token.start && after.start > token.end;
  if (swapped && index - place.first === 2) {
    const fix = place.writing('+=', index - 1, index + 1, 'Write +=');
    const message = 'The two characters of "+=" are the wrong way round.';
    return { code: 'not-crmscript', message, span: previous, fix };
  }
  const message = 'CRMScript has no prefix "+". Leave it out.';
  return { code: 'not-crmscript', message, span: token, fix: place.removing() };
}

/** `not x` */
function not(place: Place): Answer | undefined {
  const { token, index } = place;
  const after = place.peek(1);
  const before = place.previous;
  const isPrefix =
    before.kind === 'operator'
      ? !/^[)\]]$|^\+\+$|^--$/.test(before.text)
      : before.kind === 'keyword' || operatorHere(before) !== undefined;
  if (
    isBareHead(place) ||
    !isPrefix ||
    !(after.kind === 'name' || after.text === 'true' || after.text === 'false')
  )
    return undefined;
  const fix = { label: 'Write !', start: token.start, end: after.start, text: '!' };
  if (place.is('=', index + 2) && place.first === index) return undefined;
  return { code: 'not-crmscript', message: `CRMScript has no "${token.text}". Write !.`, span: token, fix };
}

/** `if a and not b {`: the parentheses are added by a change that writes the operators too. */
const isBareHead = (place: Place): boolean =>
  (place.is('if', place.first) || place.is('while', place.first)) && !place.is('(', place.first + 1);

export const operatorWords: WordRules = new Map([['not', not]]);

const behindValue = ['expected', 'unexpected', 'missing-semicolon'] as const;

export const operatorRules: Rules = [
  { codes: behindValue, rule: instead },
  { codes: behindValue, rule: point },
  { codes: behindValue, rule: withoutOne },
  { codes: ['expected-expression'], rule: prefixStep },
  { codes: ['expected-expression'], rule: prefixPlus },
];
