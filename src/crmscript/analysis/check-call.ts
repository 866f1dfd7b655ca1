import type { Span } from '../diagnostic.ts';
import { tableFunctions } from '../library/superoffice/table-names.ts';
import type { Expression, Name } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import { checkValue, nothing } from './check-expression.ts';
import { notYet } from './check-type.ts';
import { choose, costOf, isLinked, signature, type Arguments, type Candidate } from './call-candidates.ts';
import { reportMismatch } from './call-mismatch.ts';
import { convert } from './convert.ts';
import { mayBeOtherwise, otherwise, warnIfDivided } from './hints/divided-pages.ts';
import { hintAtLiterals } from './hints/literal-hints.ts';
import { hintAtSized } from './hints/sized-hints.ts';
import { reportUnknown, unknown, type Unknown } from './suggest.ts';
import type { FunctionSymbol } from './types/symbols.ts';
import type { BoundExpression } from './types/bound-tree.ts';
import { isSame, isUnknown, type Type } from './types/types.ts';

const none: readonly never[] = [];

/** `name(…)`: a method of this struct, a function of the script or of the library, or a constructor (crm §2.2). */
export function checkCall(
  context: CheckContext,
  node: Extract<Expression, { kind: 'call' }>,
): BoundExpression {
  const args = checkArguments(context, node.args, node.span);
  const { text } = node.callee;
  const { owner } = context.state;
  const own = owner?.methods.get(text) ?? none;
  const functions = functionsNamed(context, text);
  if (owner !== undefined && own.length > 0 && (functions.length === 0 || fits(own, args))) {
    context.problems.hint('missing-this', `Write this.${text}(…).`, node.callee.span);
    const receiver: BoundExpression = { kind: 'local', type: owner, slot: 0 };
    return finish(context, own, args, node.callee, text, receiver);
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
    return finish(context, type.definition.constructors, args, node.callee, text, undefined);
  }
  const habits = context.problems.incomplete ? undefined : context.habits;
  if (habits?.['unknown-function'].called(context, node, args) === true) return nothing;
  reportUnknown(context.problems, 'unknown-function', describeUnknown(context, text), node.callee.span);
  return nothing;
}

function functionsNamed(context: CheckContext, name: string): readonly Candidate[] {
  const linked = context.library.functionsOf(name);
  const own = context.functions.get(name);
  return own === undefined ? linked : [...own, ...linked];
}

const fits = (symbols: readonly FunctionSymbol[], args: Arguments): boolean =>
  symbols.some((symbol) => costOf(symbol, args.codes) !== undefined);

function describeUnknown(context: CheckContext, name: string): Unknown {
  if (context.structs.has(name)) {
    const message = `A struct has no constructor. Declare a variable: ${name} x; or write a function ${name} ${name}(…).`;
    return { message };
  }
  if (context.scope.find(name) !== undefined) {
    return { message: `"${name}" is a variable and cannot be called.` };
  }
  if (tableFunctions.has(name)) return notYet('function', name);
  const meant = context.guesses.near(name, () => callable(context), 'function');
  return unknown(`There is no function "${name}".`, name, meant);
}

const callable = ({ functions, library }: CheckContext): readonly string[] => [
  ...functions.keys(),
  ...library.functionNames(),
  ...library.classNames(),
];

/** `object.name(…)`: a method of the struct's own, or one that its type has by nature. */
export function checkMethodCall(
  context: CheckContext,
  node: Extract<Expression, { kind: 'methodCall' }>,
): BoundExpression {
  const { object } = node;
  if (context.habits?.['unknown-function'].calledOf(context, node) === true) return nothing;
  const written = checkValue(context, object);
  const args = checkArguments(context, node.args, node.span);
  const receiver = mayBeOtherwise(written)
    ? (otherwise(context, written, object.span, ({ type }) =>
        context.library.methodsOf(type).has(node.name.text),
      ) ?? written)
    : written;
  const { type } = receiver;
  if (isUnknown(type)) return nothing;
  const { text } = node.name;
  const builtIn = context.library.methodsOf(type).get(text) ?? none;
  const own = type.kind === 'struct' ? type.methods.get(text) : undefined;
  const candidates = own === undefined ? builtIn : [...own, ...builtIn];
  if (candidates.length > 0) {
    if (type.kind === 'array') hintAtSized(context, node);
    return finish(context, candidates, args, node.name, `${type.name}.${text}`, receiver);
  }
  if (context.ambiguous.has(type.name)) return nothing;
  const habits = context.habits?.['unknown-method'];
  if (habits?.called(context, node, type, false) === true) return nothing;
  const report = describeUnknownMethod(context, type, text);
  if (report.meant === undefined && habits?.called(context, node, type, true) === true) return nothing;
  reportUnknown(context.problems, 'unknown-method', report, node.name.span, { of: type.name });
  return nothing;
}

function describeUnknownMethod(context: CheckContext, type: Type, name: string): Unknown {
  if (type.kind === 'struct' && type.byName.has(name)) {
    return { message: `"${name}" is a field of ${type.name} and cannot be called.` };
  }
  const own = type.kind === 'struct' ? type.methods.keys() : [];
  const candidates = () => [...own, ...context.library.methodsOf(type).keys()];
  const meant = context.guesses.near(name, candidates, `method ${type.name}`);
  return unknown(`${type.name} has no method "${name}".`, name, meant);
}

function checkArguments(context: CheckContext, args: readonly Expression[], span: Span): Arguments {
  return {
    codes: args.map((argument) => checkValue(context, argument)),
    nodes: args,
    span,
  };
}

function finish(
  context: CheckContext,
  candidates: readonly Candidate[],
  args: Arguments,
  name: Name,
  shown: string,
  receiver: BoundExpression | undefined,
): BoundExpression {
  const found = choose(candidates, args, context.order);
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
  receiver: BoundExpression | undefined,
): BoundExpression {
  const { returns: type } = chosen;
  const converted = convertAll(context, chosen, args);
  const site = context.site(name.span);
  if (!isLinked(chosen)) {
    if (chosen.order > context.order) reportOrder(context, chosen, name);
    return { kind: 'call', type, callee: chosen, receiver, args: converted, site };
  }
  const { needsServer, trap } = chosen.native;
  if (needsServer !== undefined) reportMissing(context, needsServer, name);
  warnIfDivided(context, chosen, name.span);
  hintAtLiterals(context, chosen, args.nodes);
  if (trap !== undefined) context.problems.hint('trap', trap, name.span);
  return { kind: 'native', type, callee: chosen, receiver, args: converted, site };
}

/** The arguments as the types of the parameters; mostly they are that already. */
function convertAll(
  context: CheckContext,
  { parameters }: Candidate,
  { codes, nodes, span }: Arguments,
): readonly BoundExpression[] {
  if (codes.every(({ type }, index) => type === parameters[index]?.type)) return codes;
  return codes.map((code, index) => {
    const parameter = parameters[index];
    return parameter === undefined || isSame(code.type, parameter.type)
      ? code
      : convert(context, code, parameter.type, nodes[index]?.span ?? span, `as "${parameter.name}"`);
  });
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
