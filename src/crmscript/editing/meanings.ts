import type { CheckContext } from '../analysis/check-context.ts';
import type { FieldSymbol, StructType, Type } from '../analysis/types/types.ts';
import type { Span } from '../diagnostic.ts';
import type { FunctionDeclaration, Item, Name, StructDeclaration } from '../syntax/ast.ts';
import {
  describeNative,
  describeOwn,
  notesOfClass,
  origin,
  plain,
  type Description,
  type Sources,
} from './describe.ts';
import type { LookupResult } from './look-up.ts';
import type { Meaning, SeenVariable } from './lookup.ts';

type Checked = LookupResult['checked'];

/** What is said about a name. */
export function describe(meaning: Meaning, { lookup, checked }: LookupResult): readonly Description[] {
  const { context } = lookup;
  if (context === undefined) return [];
  switch (meaning.kind) {
    case 'variable':
      return [describeVariable(meaning.variable, checked.sources)];
    case 'field':
      return [describeField(meaning.owner, meaning.field, checked)];
    case 'function':
      return describeCalls(meaning, checked.sources);
    case 'type':
      return describeType(meaning.type, checked);
    case 'enum':
      return [plain(`enum ${meaning.name}`)];
    case 'member':
      return [describeMember(context, meaning)];
  }
}

/** The overload that is called; all of them while none is. */
function describeCalls(
  { own, natives, chosen }: Extract<Meaning, { kind: 'function' }>,
  sources: Sources,
): readonly Description[] {
  const owns = own.filter((symbol) => chosen === undefined || symbol === chosen);
  const others = natives.filter((native) => chosen === undefined || native === chosen);
  return [...owns.map((symbol) => describeOwn(symbol, sources)), ...others.map(describeNative)];
}

export function describeVariable(variable: SeenVariable, sources: Sources): Description {
  const { name, type, declared } = variable;
  const shown = plain(`${type.name} ${name}`);
  if (declared === undefined) return shown;
  const found = origin(declared.span, sources);
  return { ...shown, ...found, doc: variable.parameter ? '' : found.doc };
}

export function describeField(owner: StructType, field: FieldSymbol, { sources }: Checked): Description {
  return {
    ...plain(`${field.type.name} ${owner.name}.${field.name}`),
    ...origin(field.span, sources),
  };
}

function describeMember(
  { library }: CheckContext,
  { enumeration, name }: Extract<Meaning, { kind: 'member' }>,
): Description {
  const found = library.enumOf(enumeration);
  const value = found?.members.get(name);
  const shown = plain(`Integer ${enumeration}.${name}${value === undefined ? '' : ` = ${String(value)}`}`);
  if (found?.counted !== true) return shown;
  const text = 'The number is not documented; this is its place in the list.';
  return { ...shown, notes: [{ kind: 'mind', text }] };
}

function describeType(type: Type, { trees, sources }: Checked): readonly Description[] {
  if (type.kind === 'struct') {
    const declaration = structNamed(
      trees.flatMap(({ items }) => items),
      type.name,
    );
    const shown = plain(`struct ${type.name}`);
    return [declaration === undefined ? shown : { ...shown, ...origin(declaration.span, sources) }];
  }
  if (type.kind !== 'class') return [plain(type.name)];
  const { native, constructors } = type.definition;
  const takes = constructors.filter(({ parameters }) => parameters.length > 0);
  return [{ ...plain(`class ${type.name}`), notes: notesOfClass(native) }, ...takes.map(describeNative)];
}

export const structNamed = (items: readonly Item[], name: string): StructDeclaration | undefined =>
  items.find((item) => item.kind === 'struct' && item.name.text === name) as StructDeclaration | undefined;

/** Where a name is declared in a script. */
export function declarationOf(meaning: Meaning, { trees }: Checked): Span | undefined {
  const items = trees.flatMap((tree) => tree.items);
  switch (meaning.kind) {
    case 'variable':
      return meaning.variable.declared?.span;
    case 'field': {
      const fields = structNamed(items, meaning.owner.name)?.fields;
      return fields?.find(({ span }) => span === meaning.field.span)?.name.span ?? meaning.field.span;
    }
    case 'function': {
      const symbol = meaning.own.find((one) => one === meaning.chosen) ?? meaning.own[0];
      return symbol?.declaration.name.span;
    }
    case 'type':
      return structNamed(items, meaning.type.name)?.name.span;
    default:
      return undefined;
  }
}

/** What a name means that declares something: the checker looks at uses, and at variables. */
export function declaredAt(look: LookupResult, file: string, start: number): Meaning | undefined {
  const { lookup, checked } = look;
  const { context } = lookup;
  const isHere = ({ span }: Name) => span.start === start && span.file === file;
  if (context === undefined) return undefined;
  for (const item of checked.trees[0]?.items ?? []) {
    if (item.kind === 'function' && isHere(item.name)) return functionMeaning(context, item);
    if (item.kind !== 'struct') continue;
    const type = context.structs.get(item.name.text);
    if (type === undefined) continue;
    if (isHere(item.name)) return { kind: 'type', type };
    const field = item.fields.find(({ name }) => isHere(name));
    const symbol = type.fields.find(({ span }) => span === field?.span);
    if (symbol !== undefined) return { kind: 'field', owner: type, field: symbol };
    const method = item.methods.find(({ name }) => isHere(name));
    if (method !== undefined) return functionMeaning(context, method, type);
  }
  return undefined;
}

function functionMeaning(
  { functions }: CheckContext,
  declaration: FunctionDeclaration,
  owner?: StructType,
): Meaning | undefined {
  const table = owner?.methods ?? functions;
  const own = table.get(declaration.name.text)?.filter((symbol) => symbol.declaration === declaration) ?? [];
  return { kind: 'function', own, natives: [], chosen: undefined };
}
