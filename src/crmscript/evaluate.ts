import { CheckContext } from './analysis/check-context.ts';
import { checkExpression } from './analysis/check-expression.ts';
import { Scope, type FunctionSymbol } from './analysis/types/symbols.ts';
import type { BoundProgram } from './analysis/bound-program.ts';
import { isLValue, type BoundExpression, type Routine, type Site } from './analysis/types/bound-tree.ts';
import type { Diagnostic } from './diagnostic.ts';
import { Compiler } from './compile/compiler.ts';
import { visibleAt } from './run/frames-seen.ts';
import type { Eval } from './run/run-state.ts';
import type { Type } from './analysis/types/types.ts';
import type { Expression } from './syntax/ast.ts';
import { parse } from './syntax/parse.ts';
import { Problems } from './syntax/problems.ts';
import { isHarmless } from './harmless.ts';
import { withText } from './with-text.ts';

/* Expressions that are read while a script stands still, with the names that can be seen where it stands. */

/** The name that their errors give. */
export const evaluatedFile = 'expression';

/** An expression that can be evaluated in a call that stands at a place, or what is wrong with it. */
export type CompiledExpression =
  | { readonly evaluate: Eval; readonly type: Type; readonly site: Site }
  | { readonly diagnostics: readonly Diagnostic[] }
  | 'changes-something';

/** What puts a literal into a variable, or why that is not possible. */
export type Assigned = Eval | 'no-variable' | 'no-literal' | 'other-type';

const kept = new WeakMap<BoundProgram, Map<string, CompiledExpression>>();

/** So many expressions of a program are kept compiled: conditions are evaluated often. */
const mostKept = 2_000;

/** Reads an expression as if it stood at a place. One that would change something is refused. */
export function lookAt(program: BoundProgram, site: Site, text: string): CompiledExpression {
  const known = kept.get(program) ?? new Map<string, CompiledExpression>();
  kept.set(program, known);
  const key = `${String(site.order)} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= mostKept) known.clear();
  const looked = read(program, site, text);
  known.set(key, looked);
  return looked;
}

function read(program: BoundProgram, site: Site, text: string, records = false): CompiledExpression {
  const { context, problems } = contextAt(program, site);
  const expression = expressionIn(text, problems, context);
  const code = expression && checkExpression(context, expression);
  if (expression === undefined || code === undefined || problems.hasErrors)
    return { diagnostics: withText(problems.sorted([evaluatedFile]), new Map([[evaluatedFile, text]])) };
  // What gives nothing is called for what it does.
  if (!isHarmless(code) || code.type.kind === 'void') return 'changes-something';
  return {
    evaluate: new Compiler({ records }).expression(code),
    type: code.type,
    site: context.site(expression.span),
  };
}

/** As `lookAt`, for an expression of which it is asked how it came to be. */
export const lookBack = (program: BoundProgram, site: Site, text: string): CompiledExpression =>
  read(program, site, text, true);

/** Reads `variable = value` as if it stood at a place: nothing but a literal can be put anywhere. */
export function readAssignment(
  program: BoundProgram,
  site: Site,
  variable: string,
  value: string,
  records = false,
): Assigned {
  const alone = contextAt(program, site);
  const path = expressionIn(variable, alone.problems, alone.context);
  const target = path && checkExpression(alone.context, path);
  if (target === undefined || alone.problems.hasErrors || !isLValue(target) || !isHarmless(target))
    return 'no-variable';
  const { context, problems } = contextAt(program, site);
  const given = expressionIn(value, problems, context);
  const literal = given && checkExpression(context, given);
  if (literal === undefined || problems.hasErrors || !isLiteral(literal)) return 'no-literal';
  const both = contextAt(program, site);
  const whole = expressionIn(`${variable} = ${value}`, both.problems, both.context);
  const code = whole && checkExpression(both.context, whole);
  if (code?.kind !== 'assign' || both.problems.hasErrors) return 'other-type';
  return new Compiler({ records }).expression(code);
}
/** A number, a text or a truth value, with a sign or without. */
const isLiteral = (code: BoundExpression): boolean =>
  code.kind === 'constant' || (code.kind === 'negate' && code.operand.kind === 'constant');

/** The one expression that a text is. */
function expressionIn(text: string, problems: Problems, context: CheckContext): Expression | undefined {
  const tree = parse(`${text};`, evaluatedFile, problems);
  context.read(tree);
  const [item, ...others] = tree.items;
  if (problems.hasErrors) return undefined;
  if (item?.kind === 'expression' && others.length === 0) return item.expression;
  problems.error('expected', 'Expected one expression.', tree.end, undefined, undefined);
  return undefined;
}

/** What names mean at a place of a program. */
function contextAt({ names, main }: BoundProgram, site: Site): { context: CheckContext; problems: Problems } {
  const problems = new Problems();
  const { routine } = site;
  const context = new CheckContext(
    names.library,
    problems,
    { ...routine, variables: [], blocks: [] },
    () => undefined,
  );
  for (const [name, functions] of names.functions) context.functions.set(name, functions);
  for (const [name, struct] of names.structs) context.structs.set(name, struct);
  context.order = Infinity;
  const globals = new Scope(undefined);
  for (const variable of main.variables) if (variable.global) globals.declare(variable);
  context.scope = new Scope(globals);
  for (const variable of visibleAt(site)) if (!variable.global) context.scope.declare(variable);
  context.state = { ...context.state, owner: ownerOf(routine) };
  return { context, problems };
}

const ownerOf = (routine: Routine): FunctionSymbol['owner'] =>
  'owner' in routine ? (routine as FunctionSymbol).owner : undefined;
