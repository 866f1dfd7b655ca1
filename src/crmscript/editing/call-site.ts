import { parseSignature } from '../analysis/types/signature.ts';
import type { CompileOptions } from '../compile.ts';
import type { Argument, Call, Callee, Choices, Reference } from '../reference.ts';
import type { Token } from '../syntax/token.ts';
import { callAround, chainStart } from './around.ts';
import { lookUpAt } from './look-up.ts';
import type { Cursor } from './cursor.ts';

/*
 * What a text or a number at a place means: by the parameter that it is given to, or by what it is compared with. Told from
 * the tokens, as a script that is being written may be broken; only what a name calls is asked of the checker.
 */

type Script = CompileOptions & { readonly source: string; readonly reference?: Reference };

const isOperator = (token: Token | undefined, ...texts: readonly string[]): boolean =>
  token?.kind === 'operator' && texts.includes(token.text);
const isLiteral = (token: Token | undefined): token is Token =>
  token !== undefined && ['string', 'integer', 'long'].includes(token.kind);

/** Choices, and whether they stand in quotes there. */
export type ExpectedChoices = { readonly choices: readonly Choices[]; readonly isText: boolean };

/** What can stand at a place, of which `typed` stands there. */
export function wantedAt(script: Script, place: Cursor, typed: string): ExpectedChoices | undefined {
  if (script.reference === undefined) return undefined;
  const compared = comparedBefore(place);
  if (compared !== undefined) return wantedByComparison(script, place.tokens, compared);
  return wantedByCall(script, place, typed);
}

/** The index of the operator with which the word or text is compared with what stands before it. */
function comparedBefore({ tokens, before }: Cursor): number | undefined {
  return isOperator(tokens[before - 1], '==', '!=', '<', '>', '<=', '>=') ? before - 1 : undefined;
}

function wantedByCall(script: Script, place: Cursor, typed: string): ExpectedChoices | undefined {
  const around = callAround(place);
  const open = around && place.tokens[around.index + 1];
  if (around === undefined || open === undefined || !standsAlone(place)) return undefined;
  const given = givenTo(place.tokens, around.index + 1, place.before);
  const natives = nativesOf(script, around.name, open.end);
  const found = new Map<string, Choices>();
  let isText = false;
  for (const { owner, name, parameters } of natives) {
    const parameter = parameters[around.argument];
    if (parameter === undefined || parameters.length < given.length) continue;
    const names = parameters.map((one) => one.name);
    const about: Argument = { owner, name, given, parameter: parameter.name, parameters: names, typed };
    const choices = script.reference?.argument(about);
    if (choices === undefined) continue;
    found.set(parameter.name, choices);
    isText ||= parameter.type.name === 'String';
  }
  return found.size === 0 ? undefined : { choices: [...found.values()], isText };
}

/** Whether nothing of the argument stands before the place: what is part of a sum or of a longer text is not known. */
const standsAlone = ({ tokens, before }: Cursor): boolean => isOperator(tokens[before - 1], '(', ',');

/** What a call is given, as far as it is written out, from its bracket on up to token `end`. */
function givenTo(tokens: readonly Token[], open: number, end: number): readonly (string | undefined)[] {
  const given: (string | undefined)[] = [];
  let depth = 0;
  let from = open + 1;
  const close = (to: number): void => {
    const token = tokens[from];
    if (to > from || given.length > 0)
      given.push(to === from + 1 && isLiteral(token) ? token.text : undefined);
    from = to + 1;
  };
  let at = open + 1;
  for (; at < Math.max(end, tokens.length); at += 1) {
    const token = tokens[at];
    if (isOperator(token, ';', '{')) break;
    if (isOperator(token, '(', '[')) depth += 1;
    else if (isOperator(token, ')', ']')) {
      if (depth === 0) break;
      depth -= 1;
    } else if (isOperator(token, ',') && depth === 0) close(at);
  }
  close(Math.min(at, tokens.length));
  return given;
}

/** A function of the library, as far as it matters here. */
type Callable = Callee & {
  readonly parameters: readonly { readonly name: string; readonly type: { readonly name: string } }[];
  readonly returns: { readonly name: string };
};

/**
 * The library's functions that a name calls. The source ends behind the bracket: nothing after it can be in the way. Where it is
 * not known whose method it is, as what is before it is broken, all methods of that name are meant.
 */
function nativesOf(script: Script, name: Token, end: number): readonly Callable[] {
  const { meaning } = lookUpAt(`${script.source.slice(0, end)});`, name.start, script).lookup;
  if (meaning !== undefined) return meaning.kind === 'function' ? meaning.natives : [];
  return script.library.classes.flatMap(({ name: owner, methods }) =>
    methods
      .filter(({ signature }) => signature.includes(` ${name.text}(`))
      .map(({ signature }) => {
        const { parameters, returns } = parseSignature(signature);
        const typed = parameters.map((one) => ({ name: one.name, type: { name: one.type } }));
        return { owner, name: name.text, parameters: typed, returns: { name: returns } };
      }),
  );
}

/** These only say the same in another type. */
const conversions = new Set(['toInteger', 'toString', 'toLong', 'toFloat', 'Integer', 'String']);

function wantedByComparison(
  script: Script,
  tokens: readonly Token[],
  operator: number,
): ExpectedChoices | undefined {
  const start = chainStart(tokens, operator);
  return resultOf(script, tokens, start, operator);
}

/** What the expression between two tokens can be: a call, or a variable that a call was put into. */
export function resultOf(
  script: Script,
  tokens: readonly Token[],
  from: number,
  to: number,
): ExpectedChoices | undefined {
  const [only] = tokens.slice(from, to);
  if (to === from + 1 && only?.kind === 'name') return resultOfVariable(script, tokens, from);
  let depth = 0;
  let call = -1;
  let converts = '';
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (isOperator(token, '(', '[')) depth += 1;
    else if (isOperator(token, ')', ']')) depth -= 1;
    else if (isOperator(token, '+', '-', '*', '/')) return undefined;
    if (depth !== 0 || token?.kind !== 'name' || !isOperator(tokens[at + 1], '(')) continue;
    if (conversions.has(token.text)) converts = token.text;
    else [call, converts] = [at, ''];
  }
  const name = tokens[call];
  const open = tokens[call + 1];
  if (name === undefined || open === undefined) return undefined;
  const [native] = nativesOf(script, name, open.end);
  if (native === undefined) return undefined;
  const about: Call = { owner: native.owner, name: native.name, given: givenTo(tokens, call + 1, to) };
  const choices = script.reference?.result(about);
  if (choices === undefined) return undefined;
  const isText =
    converts === '' ? native.returns.name === 'String' : converts === 'toString' || converts === 'String';
  return { choices: [choices], isText };
}

/** By what was last put into the variable before the place. */
export function resultOfVariable(
  script: Script,
  tokens: readonly Token[],
  index: number,
): ExpectedChoices | undefined {
  const name = tokens[index]?.text;
  for (let at = index; at >= 0; at -= 1) {
    if (tokens[at]?.text !== name || !isOperator(tokens[at + 1], '=') || isOperator(tokens[at - 1], '.'))
      continue;
    const end = tokens.findIndex((token, place) => place > at && isOperator(token, ';'));
    // A variable that is put into itself leads nowhere.
    return end < 0 || at + 2 >= end || tokens[at + 2]?.text === name
      ? undefined
      : resultOf(script, tokens.slice(0, end), at + 2, end);
  }
  return undefined;
}
