import { foreignOperators } from '../foreign-operators.ts';
import type { FaultSite } from '../fault-site.ts';
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
const masks = (site: FaultSite): boolean =>
  site.peek(1).kind === 'integer' && !(site.peek(2).kind === 'operator' && /^[=!<>]/.test(site.peek(2).text));

const bitWords: ReadonlyMap<string, string> = new Map([
  ['&', 'and'],
  ['|', 'or'],
]);

function instead(site: FaultSite): Answer | undefined {
  const { token } = site;
  const { text } = token;
  const here = operatorHere(token);
  if (here === undefined || here === '.') return undefined;
  const fix = site.writing(here, site.index, site.index + 1, `Write ${here}`);
  const bits = bitWords.get(text);
  if (bits === undefined)
    return { code: 'not-crmscript', message: `CRMScript has no "${text}". Write ${here}.`, span: token, fix };
  if (!masks(site)) {
    const message = `CRMScript has no bit operators. For "${bits}", write ${here}.`;
    return { code: 'not-crmscript', message, span: token, fix, isGuess: true };
  }
  const message =
    'CRMScript has no bit operators. Single bits are read by an FHBitSet: set(…) and getBitNo(…).';
  return { code: 'not-crmscript', message, span: token, repair: [fix], isGuess: true };
}

/** `object->name`, `object?.name`, `Type::name`, `object..name` */
function point(site: FaultSite): Answer | undefined {
  const { token } = site;
  if (operatorHere(token) !== '.' || site.peek(1).kind !== 'name') return undefined;
  const fix = site.writing('.');
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
function withoutOne(site: FaultSite): Answer | undefined {
  const { token } = site;
  const { kind, text } = token;
  const message = kind === 'foreign' ? unlike.get(text) : site.onLine() ? unlikeWords.get(text) : undefined;
  if (message === undefined || kind === 'string') return undefined;
  return { code: 'not-crmscript', message, span: token };
}

/** `++n`: where nobody asks for its value, `n++` is the same; elsewhere it is the value behind the step. */
function prefixStep(site: FaultSite): Answer | undefined {
  const { token, previous, index } = site;
  if (token.text !== '++' && token.text !== '--') return undefined;
  const target = site.postfix(index + 1);
  const past = target?.past ?? index + 1;
  const written = target === undefined ? 'i' : site.written(index + 1, past);
  const unasked = index === site.first || (previous.text === ';' && site.is(')', past));
  const added = `${written} ${token.text.charAt(0)}= 1`;
  const grouped = previous.text === '(' && site.is(')', past);
  const text = unasked ? written + token.text : grouped ? added : `(${added})`;
  const message = `CRMScript has no prefix "${token.text}". Write ${text}.`;
  const found = { code: 'not-crmscript', message, span: token } as const;
  return target === undefined ? found : { ...found, fix: site.writing(text, index, past, `Write ${text}`) };
}

/** `+n`, and `total =+ n` where a declaration has nothing to add to. */
function prefixPlus(site: FaultSite): Answer | undefined {
  const { token, previous, index } = site;
  const after = site.peek(1);
  if (token.text !== '+' || (after.kind === 'operator' && after.text !== '(' && after.text !== '-'))
    return undefined;
  const swapped = previous.text === '=' && previous.end === token.start && after.start > token.end;
  if (swapped && index - site.first === 2) {
    const fix = site.writing('+=', index - 1, index + 1, 'Write +=');
    const message = 'The two characters of "+=" are the wrong way round.';
    return { code: 'not-crmscript', message, span: previous, fix };
  }
  const message = 'CRMScript has no prefix "+". Leave it out.';
  return { code: 'not-crmscript', message, span: token, fix: site.removing() };
}

/** `not x` */
function not(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  const after = site.peek(1);
  const before = site.previous;
  const isPrefix =
    before.kind === 'operator'
      ? !/^[)\]]$|^\+\+$|^--$/.test(before.text)
      : before.kind === 'keyword' || operatorHere(before) !== undefined;
  if (
    isBareHead(site) ||
    !isPrefix ||
    !(after.kind === 'name' || after.text === 'true' || after.text === 'false')
  )
    return undefined;
  const fix = { label: 'Write !', start: token.start, end: after.start, text: '!' };
  if (site.is('=', index + 2) && site.first === index) return undefined;
  return { code: 'not-crmscript', message: `CRMScript has no "${token.text}". Write !.`, span: token, fix };
}

/** `if a and not b {`: the parentheses are added by a change that writes the operators too. */
const isBareHead = (site: FaultSite): boolean =>
  (site.is('if', site.first) || site.is('while', site.first)) && !site.is('(', site.first + 1);

export const operatorWords: WordRules = new Map([['not', not]]);

const behindValue = ['expected', 'unexpected', 'missing-semicolon'] as const;

export const operatorRules: Rules = [
  { codes: behindValue, rule: instead },
  { codes: behindValue, rule: point },
  { codes: behindValue, rule: withoutOne },
  { codes: ['expected-expression'], rule: prefixStep },
  { codes: ['expected-expression'], rule: prefixPlus },
];
