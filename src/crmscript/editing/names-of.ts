import type { CheckContext } from '../analysis/check-context.ts';
import type { CheckObserver } from '../analysis/check-observer.ts';
import type { BoundExpression } from '../analysis/types/bound-tree.ts';
import type { FunctionSymbol, Variable } from '../analysis/types/symbols.ts';
import { isUnknown, type FieldSymbol, type StructType, type Type } from '../analysis/types/types.ts';
import { checkSource, type CheckedSource, type Reader } from '../check-source.ts';
import type { CompileOptions } from '../compile.ts';
import type { Expression, FunctionDeclaration, Name } from '../syntax/ast.ts';
import { nameIn } from './name-in.ts';

/** A range in a file: offsets of the first character and after the last. */
export type FileRange = { readonly file: string; readonly start: number; readonly end: number };

/** What a name stands for: one declaration of a script, or something of the library. */
export type ProgramSymbol = {
  readonly kind: 'function' | 'struct' | 'field' | 'method' | 'variable' | 'parameter' | 'library';
  readonly name: string;
  /** Tells it from all others, in whatever program it is met. */
  readonly key: string;
  /** Where the name stands that declares it. What the library has, and what a `catch` brings, is declared nowhere. */
  readonly declaration?: FileRange;
  /** Where the first name stands that means it, of what a `catch` brings. */
  readonly first?: FileRange;
  /** A variable of the script, which all of its functions see. */
  readonly global?: boolean;
  /** The function as it was declared: of functions and methods of a script. */
  readonly symbol?: FunctionSymbol;
  /** What of the library it is. */
  readonly of?: 'type' | 'function' | 'method' | 'property' | 'enum' | 'enumMember' | 'variable';
};

/** A name in a text, and what it means. */
export type NameUse = FileRange & { readonly thing: ProgramSymbol };

/** All names of a program that mean something, by file and there in the order of the text. */
export type NamesOfProgram = {
  readonly uses: ReadonlyMap<string, readonly NameUse[]>;
  readonly checked: CheckedSource;
};

/** What every name of a script, and of what it includes, means: one check of the whole. It never throws. */
export function namesOf(source: string, options: CompileOptions, reader?: Reader): NamesOfProgram {
  const notes = new Notes();
  const checked = checkSource(source, options, notes, reader);
  return { uses: notes.sorted(checked), checked };
}

type Target =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'function'; readonly declaration: FunctionDeclaration; readonly symbol?: FunctionSymbol }
  | { readonly kind: 'struct'; readonly type: StructType }
  | { readonly kind: 'field'; readonly field: FieldSymbol }
  | { readonly kind: 'library'; readonly of: NonNullable<ProgramSymbol['of']>; readonly name: string };

class Notes implements CheckObserver {
  readonly #types = new Map<Expression, Type>();
  readonly #variables = new Map<Variable, Name>();
  readonly #found = new Map<Name | Expression, Target>();
  #context: CheckContext | undefined;

  begin(context: CheckContext): void {
    this.#context = context;
  }

  type(name: Name, type: Type): void {
    const target = targetOfType(type);
    if (target !== undefined) this.#found.set(name, target);
  }

  declared(name: Name, variable: Variable): void {
    this.#variables.set(variable, name);
    this.#found.set(name, { kind: 'variable', variable });
  }

  expression(expression: Expression, code: BoundExpression): void {
    this.#types.set(expression, code.type);
    switch (expression.kind) {
      case 'name':
        this.#note(expression, this.#ofName(expression.text, code));
        break;
      case 'call':
        this.#note(expression.callee, targetOfCall(code, expression.callee.text));
        break;
      case 'methodCall':
        this.#note(expression.name, targetOfCall(code, expression.name.text));
        break;
      case 'member':
        this.#member(expression, code);
        break;
      default:
    }
  }

  #note(name: Name | Expression, target: Target | undefined): void {
    if (target !== undefined) this.#found.set(name, target);
  }

  #ofName(text: string, code: BoundExpression): Target | undefined {
    const { scope, state } = this.#context ?? {};
    if (code.kind === 'field') {
      const field = state?.owner?.byName.get(text);
      return field && { kind: 'field', field };
    }
    if (code.kind !== 'local' && code.kind !== 'global') return undefined;
    const variable = scope?.find(text);
    return variable && { kind: 'variable', variable };
  }

  #member(node: Extract<Expression, { kind: 'member' }>, code: BoundExpression): void {
    const { object, name } = node;
    const type = this.#types.get(object);
    if (type === undefined && object.kind === 'name') {
      this.#note(object, { kind: 'library', of: 'enum', name: object.text });
      if (code.kind === 'constant')
        this.#note(name, { kind: 'library', of: 'enumMember', name: `${object.text}.${name.text}` });
      return;
    }
    if (code.kind === 'native')
      this.#note(name, { kind: 'library', of: 'property', name: `${type?.name ?? ''}.${name.text}` });
    const field = code.kind === 'field' && type?.kind === 'struct' ? type.byName.get(name.text) : undefined;
    this.#note(name, field && { kind: 'field', field });
  }

  /** What was found, and the names that declare functions, structs and their members. */
  sorted({ trees, sources }: CheckedSource): ReadonlyMap<string, readonly NameUse[]> {
    const context = this.#context;
    const structs = new Map<StructType, Name>();
    const fields = new Map<FieldSymbol['span'], Name>();
    const parameters = new Set<Name>();
    const routine = (declaration: FunctionDeclaration, owner?: StructType) => {
      const table = owner?.methods ?? context?.functions;
      const symbol = table?.get(declaration.name.text)?.find((one) => one.declaration === declaration);
      this.#found.set(declaration.name, { kind: 'function', declaration, ...(symbol && { symbol }) });
      for (const { name } of declaration.parameters) parameters.add(name);
    };
    for (const item of trees.flatMap(({ items }) => items)) {
      if (item.kind === 'function') routine(item);
      if (item.kind !== 'struct') continue;
      const type = context?.structs.get(item.name.text);
      if (type === undefined) continue;
      if (!structs.has(type)) structs.set(type, item.name);
      this.#found.set(item.name, { kind: 'struct', type });
      for (const { name, span } of item.fields) {
        fields.set(span, name);
        const field = type.byName.get(name.text);
        if (field?.span === span) this.#found.set(name, { kind: 'field', field });
      }
      for (const method of item.methods) routine(method, type);
    }
    const declarationOf = (target: Target): Name | undefined => {
      if (target.kind === 'variable') return this.#variables.get(target.variable);
      if (target.kind === 'struct') return structs.get(target.type);
      if (target.kind === 'field') return fields.get(target.field.span);
      return target.kind === 'function' ? target.declaration.name : undefined;
    };
    return usesOf(this.#found, sources, (target) => {
      const declaration = declarationOf(target);
      return { declaration, isParameter: declaration !== undefined && parameters.has(declaration) };
    });
  }
}

function targetOfType(type: Type): Target | undefined {
  if (isUnknown(type)) return undefined;
  if (type.kind === 'struct') return { kind: 'struct', type };
  return { kind: 'library', of: 'type', name: type.name };
}

function targetOfCall(code: BoundExpression, text: string): Target | undefined {
  if (code.kind === 'call')
    return { kind: 'function', declaration: code.callee.declaration, symbol: code.callee };
  if (code.kind !== 'native') return undefined;
  const { owner, returns } = code.callee;
  if (owner === '') return { kind: 'library', of: 'function', name: text };
  if (owner === text && returns.name === text && code.receiver === undefined)
    return { kind: 'library', of: 'type', name: text };
  return {
    kind: 'library',
    of: 'method',
    name: `${code.receiver ? ownerOf(code.receiver.type) : owner}.${text}`,
  };
}

/** What all arrays have, and all structs, is one thing, whatever they are called. */
function ownerOf({ kind, name }: Type): string {
  if (kind === 'array') return 'T[]';
  return kind === 'struct' ? 'struct' : name;
}

type Declared = { readonly declaration: Name | undefined; readonly isParameter: boolean };

function usesOf(
  found: ReadonlyMap<Name | Expression, Target>,
  sources: ReadonlyMap<string, string>,
  declaredBy: (target: Target) => Declared,
): ReadonlyMap<string, readonly NameUse[]> {
  const things = new Map<unknown, ProgramSymbol>();
  const uses = new Map<string, Map<number, NameUse>>();
  for (const [name, target] of found) {
    const text = 'text' in name ? name.text : '';
    const place = nameIn(sources.get(name.span.file) ?? '', text, name.span);
    // What stands for text around code has a name that nobody wrote.
    if (place === undefined) continue;
    const same = sameAs(target);
    const thing = things.get(same) ?? thingOf(target, text, place, declaredBy(target));
    things.set(same, thing);
    const inFile = uses.get(place.file) ?? new Map<number, NameUse>();
    uses.set(place.file, inFile.set(place.start, { ...place, thing }));
  }
  return new Map(
    [...uses].map(([file, inFile]) => [file, [...inFile.values()].sort((a, b) => a.start - b.start)]),
  );
}

/** What two targets have in common that are the same. */
function sameAs(target: Target): unknown {
  switch (target.kind) {
    case 'variable':
      return target.variable;
    case 'function':
      return target.declaration;
    case 'struct':
      return target.type;
    case 'field':
      return target.field;
    case 'library':
      return keyOf(target);
  }
}

const keyOf = ({ of, name }: Extract<Target, { kind: 'library' }>): string => `${of} ${name}`;
const placeKey = (what: string, { file, start }: FileRange): string => `${what} ${String(start)} ${file}`;

function thingOf(
  target: Target,
  name: string,
  first: FileRange,
  { declaration, isParameter }: Declared,
): ProgramSymbol {
  if (target.kind === 'library') {
    const { of } = target;
    return { kind: 'library', name, of, key: keyOf(target) };
  }
  const global = target.kind === 'variable' && target.variable.global;
  if (declaration === undefined) {
    return { kind: 'library', name, of: 'variable', global, first, key: placeKey('catch', first) };
  }
  const { file, start, end } = declaration.span;
  const place = { file, start, end };
  return {
    kind: kindOf(target, isParameter),
    name: declaration.text,
    key: placeKey('at', place),
    declaration: place,
    global,
    ...(target.kind === 'function' && target.symbol && { symbol: target.symbol }),
  };
}

function kindOf(target: Exclude<Target, { kind: 'library' }>, isParameter: boolean): ProgramSymbol['kind'] {
  if (target.kind === 'variable') return isParameter ? 'parameter' : 'variable';
  if (target.kind !== 'function') return target.kind;
  return target.symbol?.owner === undefined ? 'function' : 'method';
}
