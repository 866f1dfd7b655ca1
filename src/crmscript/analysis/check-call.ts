import type { Span } from '../diagnostic.ts';
import { tableFunctions } from '../library/table-names.ts';
import type { Expression, Name } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import { checkValue, nothing } from './check-expression.ts';
import { notYet } from './check-type.ts';
import { advice, convert, mend } from './convert.ts';
import type { LinkedFunction } from './link.ts';
import { reportUnknown, unknown, type Unknown } from './suggest.ts';
import { signatureOf, type FunctionSymbol } from './symbols.ts';
import type { Code } from './tree.ts';
import { conversionCost, isUnknown, type StructType, type Type } from './types.ts';

type Candidate = {
  readonly parameters: readonly { readonly name: string; readonly type: Type }[];
  readonly returns: Type;
  readonly symbol?: FunctionSymbol;
  readonly linked?: LinkedFunction;
};

type Arguments = { readonly codes: readonly Code[]; readonly spans: readonly Span[]; readonly span: Span };

const ofSymbol = (symbol: FunctionSymbol): Candidate => ({
  parameters: symbol.parameters,
  returns: symbol.returns,
  symbol,
});
const ofLinked = (linked: LinkedFunction): Candidate => ({
  parameters: linked.parameters,
  returns: linked.returns,
  linked,
});

/** `name(…)`: a method of this struct, a function of the script or of the library, or a constructor (crm §2.2). */
export function checkCall(context: CheckContext, node: Extract<Expression, { kind: 'call' }>): Code {
  const args = checkArguments(context, node.args, node.span);
  const { text } = node.callee;
  const { owner } = context.state;
  const own = owner?.methods.get(text) ?? [];
  const functions = [...(context.functions.get(text) ?? []).map(ofSymbol), ...linkedFunctions(context, text)];
  if (owner !== undefined && own.length > 0 && (functions.length === 0 || fits(own, args))) {
    context.problems.hint('missing-this', `Write this.${text}(…).`, node.callee.span);
    const receiver: Code = { kind: 'local', type: owner, slot: 0 };
    return finish(context, own.map(ofSymbol), args, node.callee, text, receiver);
  }
  if (functions.length > 0) return finish(context, functions, args, node.callee, text, undefined);
  const type = context.library.type(text);
  if (type?.kind === 'class') {
    if (type.definition.constructors.length === 0) {
      context.problems.error(
        'no-constructor',
        `A ${text} cannot be made; declare a variable: ${text} x;`,
        node.span,
      );
      return nothing;
    }
    return finish(context, type.definition.constructors.map(ofLinked), args, node.callee, text, undefined);
  }
  reportUnknown(context.problems, 'unknown-function', describeUnknown(context, text), node.callee.span);
  return nothing;
}

const linkedFunctions = (context: CheckContext, name: string): Candidate[] =>
  context.library.functionsOf(name).map(ofLinked);

const fits = (symbols: readonly FunctionSymbol[], args: Arguments): boolean =>
  symbols.some((symbol) => costOf(ofSymbol(symbol), args.codes) !== undefined);

function describeUnknown(context: CheckContext, name: string): Unknown {
  if (context.structs.has(name)) {
    const message = `A struct has no constructor. Declare a variable: ${name} x; or write a function ${name} ${name}(…).`;
    return { message };
  }
  if (context.scope.find(name) !== undefined) {
    return { message: `"${name}" is a variable and cannot be called.` };
  }
  if (tableFunctions.has(name)) return { message: notYet('function', name) };
  const candidates = [
    ...context.functions.keys(),
    ...context.library.functionNames(),
    ...context.library.classNames(),
  ];
  return unknown(`There is no function "${name}".`, name, candidates);
}

/** `object.name(…)`: a method of the struct's own, or one that its type has by nature. */
export function checkMethodCall(
  context: CheckContext,
  node: Extract<Expression, { kind: 'methodCall' }>,
): Code {
  const receiver = checkValue(context, node.object);
  const args = checkArguments(context, node.args, node.span);
  const { type } = receiver;
  if (isUnknown(type)) return nothing;
  const { text } = node.name;
  const own = type.kind === 'struct' ? (type.methods.get(text) ?? []).map(ofSymbol) : [];
  const builtIn = (context.library.methodsOf(type).get(text) ?? []).map(ofLinked);
  const candidates = [...own, ...builtIn];
  if (candidates.length > 0) {
    return finish(context, candidates, args, node.name, `${type.name}.${text}`, receiver);
  }
  reportUnknown(
    context.problems,
    'unknown-method',
    describeUnknownMethod(context, type, text),
    node.name.span,
  );
  return nothing;
}

function describeUnknownMethod(context: CheckContext, type: Type, name: string): Unknown {
  if (type.kind === 'struct' && type.fields.some((field) => field.name === name)) {
    return { message: `"${name}" is a field of ${type.name} and cannot be called.` };
  }
  const own = type.kind === 'struct' ? [...type.methods.keys()] : [];
  const candidates = [...own, ...context.library.methodsOf(type).keys()];
  return unknown(`${type.name} has no method "${name}".`, name, candidates);
}

function checkArguments(context: CheckContext, args: readonly Expression[], span: Span): Arguments {
  return {
    codes: args.map((argument) => checkValue(context, argument)),
    spans: args.map((argument) => argument.span),
    span,
  };
}

/** What the arguments cost as parameters: exact types first, then widenings (crm Q12). */
function costOf(candidate: Candidate, codes: readonly Code[]): number | undefined {
  if (candidate.parameters.length !== codes.length) return undefined;
  let total = 0;
  for (const [index, parameter] of candidate.parameters.entries()) {
    const code = codes[index];
    const cost = code === undefined ? undefined : conversionCost(code.type, parameter.type);
    if (cost === undefined) return undefined;
    total += cost;
  }
  return total;
}

function choose(candidates: readonly Candidate[], args: Arguments): Candidate[] {
  let best: Candidate[] = [];
  let bestCost = Infinity;
  for (const candidate of candidates) {
    const cost = costOf(candidate, args.codes);
    if (cost === undefined || cost > bestCost) continue;
    best = cost < bestCost ? [candidate] : [...best, candidate];
    bestCost = cost;
  }
  const own = best.filter(({ symbol }) => symbol !== undefined);
  return own.length > 0 ? own : best;
}

function finish(
  context: CheckContext,
  candidates: readonly Candidate[],
  args: Arguments,
  name: Name,
  shown: string,
  receiver: Code | undefined,
): Code {
  const found = choose(candidates, args);
  const [chosen] = found;
  if (chosen === undefined) {
    if (!args.codes.some((code) => isUnknown(code.type)))
      reportMismatch(context, candidates, args, name, shown);
    return nothing;
  }
  if (found.length > 1 && !args.codes.some((code) => isUnknown(code.type))) {
    const list = found.map(({ parameters }) => signature(name.text, parameters)).join(' and ');
    context.problems.error('ambiguous-call', `The arguments fit ${list} equally well.`, name.span);
    return nothing;
  }
  return callOf(context, chosen, args, name, receiver);
}

function callOf(
  context: CheckContext,
  chosen: Candidate,
  args: Arguments,
  name: Name,
  receiver: Code | undefined,
): Code {
  const { symbol, linked, returns: type } = chosen;
  const converted = args.codes.map((code, index) => {
    const parameter = chosen.parameters[index];
    const span = args.spans[index] ?? args.span;
    return parameter === undefined
      ? code
      : convert(context, code, parameter.type, span, `as "${parameter.name}"`);
  });
  const site = context.site(name.span);
  if (symbol !== undefined) {
    if (symbol.order > context.order) reportOrder(context, symbol, name);
    return { kind: 'call', type, callee: symbol, receiver, args: converted, site };
  }
  if (linked === undefined) return nothing;
  if (linked.native.needsServer !== undefined) reportMissing(context, linked.native.needsServer, name);
  if (linked.native.trap !== undefined) context.problems.hint('trap', linked.native.trap, name.span);
  return { kind: 'native', type, callee: linked, receiver, args: converted, site };
}

/** It compiles, as it does in SuperOffice; what will come of it is known before the run (crm §19). */
function reportMissing(context: CheckContext, missing: string, name: Name): void {
  context.problems.warning(
    'not-available-offline',
    `${missing} needs a SuperOffice database. Here it fails with NotAvailableOffline, which try/catch can catch.`,
    name.span,
  );
}

function reportOrder(context: CheckContext, symbol: FunctionSymbol, name: Name): void {
  const what = symbol.owner === undefined ? 'function' : 'method';
  context.problems.rejected(
    'used-before-declaration',
    `SuperOffice rejects this: the ${what} "${name.text}" is declared further down. Move it up. Here it runs.`,
    name.span,
  );
}

const signature = (name: string, parameters: Candidate['parameters']): string =>
  signatureOf(
    name,
    parameters.map(({ type }) => type),
  );

function reportMismatch(
  context: CheckContext,
  candidates: readonly Candidate[],
  args: Arguments,
  name: Name,
  shown: string,
): void {
  const [only] = candidates;
  if (candidates.length === 1 && only !== undefined) {
    reportOnly(context, only, args, name, shown);
    return;
  }
  const given = signatureOf(
    name.text,
    args.codes.map(({ type }) => type),
  );
  const list = candidates.map(({ parameters }) => signature(name.text, parameters)).join(', ');
  context.problems.error('bad-arguments', `Nothing fits ${given}. There is ${list}.`, name.span);
}

function reportOnly(
  context: CheckContext,
  only: Candidate,
  args: Arguments,
  name: Name,
  shown: string,
): void {
  const wanted = only.parameters.length;
  const text = signature(shown, only.parameters);
  if (wanted !== args.codes.length) {
    const count = `${wanted === 0 ? 'no' : String(wanted)} argument${wanted === 1 ? '' : 's'}`;
    const message = `${text} takes ${count}, but ${String(args.codes.length)} ${args.codes.length === 1 ? 'is' : 'are'} given.`;
    context.problems.error('argument-count', message, name.span);
    return;
  }
  for (const [index, parameter] of only.parameters.entries()) {
    const code = args.codes[index];
    if (code === undefined || conversionCost(code.type, parameter.type) !== undefined) continue;
    const message = `"${parameter.name}" of ${text} is ${parameter.type.name}, but this is ${code.type.name}.`;
    const span = args.spans[index] ?? name.span;
    const fix = mend(code, parameter.type, span);
    context.problems.error('bad-arguments', message + advice(code.type, parameter.type), span, fix);
  }
}

/** The method of a struct that has exactly these parameters, such as the `toString()` hook. */
export const methodOf = (
  type: StructType,
  name: string,
  parameters: readonly Type[],
): FunctionSymbol | undefined =>
  type.methods
    .get(name)
    ?.find(
      (symbol) =>
        symbol.parameters.length === parameters.length &&
        symbol.parameters.every((parameter, index) => parameter.type.name === parameters[index]?.name),
    );
