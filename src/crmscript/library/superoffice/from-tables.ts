import { decapitalised } from './letter-case.ts';
import type { NativeClass, NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import { CarrierValue } from './carrier.ts';
import { dialogMethod } from './dialog.ts';
import { dividedMembers } from './divided.ts';
import { type TableClass, type Tables, nameOf } from './tables.ts';

/** Classes that are plain data although their methods are written in small letters. */
const data = new Set(['EventDataDialogDefinition', 'EventDataDialogField', 'LocalizedField']);

/** An agent gives nothing where there is nothing to give; asking that is a mistake of the script. */
const need = (context: NativeContext, self: CarrierValue | null): CarrierValue =>
  self ?? context.fail('RunTimeException', 'This object is empty: what it came from gave none.');

const getter = (signature: string, field: string): NativeFunction => ({
  signature,
  returning: (type) => (context, self: CarrierValue | null) => need(context, self).read(context, field, type),
});

const setter = (signature: string, field: string): NativeFunction => ({
  signature,
  raw: true,
  run: (context, self: CarrierValue | null, value: unknown) => {
    need(context, self).write(context, field, value);
  },
});

function* fieldMethods(fields: string): Generator<NativeFunction> {
  for (const field of fields.split(' ')) {
    const [name = '', type = ''] = field.split(':');
    yield getter(`${type} Get${name}()`, name);
    yield setter(`Void Set${name}(${type} ${decapitalised(name)})`, name);
  }
}

/** What needs a server: it compiles, and fails when it is called, in a way that a script can catch (crm §19). */
export const missing = (signature: string, name: string): NativeFunction => ({
  signature,
  needsServer: name,
  run: (context) =>
    context.fail(
      'NotAvailableOffline',
      `${name} needs a SuperOffice database. Add a fixture or mock to continue.`,
    ),
});

/** A getter or setter without its counterpart, of a carrier: type, field, and for setters the type that is set. */
const oneSided = /^(?:(?!Void )(\S+) Get(\w+)\(\)|(Void) Set(\w+)\((\S+) \w+\))$/;

function methodFrom(tables: Tables, className: string, signature: string): NativeFunction {
  const name = nameOf(signature);
  const accessor = /^([gs]et|is)([A-Z]\w*)$/.exec(name);
  if (data.has(className) && accessor !== null) {
    const [, verb = '', field = ''] = accessor;
    return verb === 'set' ? setter(signature, field) : getter(signature, field);
  }
  const ofDialog = data.has(className) ? dialogMethod(signature) : undefined;
  if (ofDialog !== undefined) return ofDialog;
  const isCarrier = className.startsWith('NS') && !className.endsWith('Agent');
  const accessorOfCarrier = isCarrier ? oneSided.exec(signature) : null;
  if (accessorOfCarrier !== null) {
    const [, got, field = '', , changed = '', set = ''] = accessorOfCarrier;
    // What is set as one type is not got as another.
    return got === undefined ? setter(signature, `${changed} ${set}`) : getter(signature, `${field} ${got}`);
  }
  if (className.endsWith('Agent') && name.startsWith('CreateDefault')) {
    return { signature, returning: (type) => (context) => context.defaultOf(type) };
  }
  const absent = missing(signature, `${className}.${name}`);
  return tables.fixture?.(signature, absent) ?? absent;
}

function constructorFrom(className: string, signature: string): NativeFunction {
  if (!signature.endsWith('()')) return missing(signature, className);
  return { signature, run: () => new CarrierValue(className) };
}

/** The class as the tables have it; undefined where they have none of the name. */
export function classFrom(tables: Tables, name: string): NativeClass | undefined {
  const entry = Object.hasOwn(tables.classes, name) ? tables.classes[name] : undefined;
  if (entry === undefined) return undefined;
  return {
    name,
    make: (context) => {
      context.charge(64);
      return new CarrierValue(name);
    },
    text: showCarrier,
    constructors: (entry.constructors ?? [`${name}()`]).map((signature) => constructorFrom(name, signature)),
    methods: methodsFrom(tables, name, entry),
  };
}

const methodsFrom = (tables: Tables, name: string, entry: TableClass): readonly NativeFunction[] => [
  ...(entry.fields === undefined ? [] : fieldMethods(entry.fields)),
  ...(entry.methods ?? []).map((signature) => methodFrom(tables, name, signature)),
  ...(name.startsWith('NS') && !name.endsWith('Agent') ? settersAsGot(entry.methods ?? []) : []),
  ...dividedMembers(name).map(({ signature, field }): NativeFunction => {
    const native = field === undefined ? methodFrom(tables, name, signature) : getter(signature, field);
    return { ...native, divided: true };
  }),
];

/**
 * Scripts that work give a carrier back what they got from it, also where the reference has the setter take
 * another type, as `NSContactEntity.SetAddress` does. There both are taken.
 */
function* settersAsGot(signatures: readonly string[]): Generator<NativeFunction> {
  const setters = new Map(
    signatures.flatMap((signature) => {
      const [, , , , changed, set] = oneSided.exec(signature) ?? [];
      return changed === undefined ? [] : [[changed, set]];
    }),
  );
  for (const signature of signatures) {
    const [, got, field = ''] = oneSided.exec(signature) ?? [];
    if (got === undefined || !setters.has(field) || setters.get(field) === got) continue;
    yield setter(`Void Set${field}(${got} ${decapitalised(field)})`, `${field} ${got}`);
  }
}

const showCarrier = (value: CarrierValue): string => {
  const shown = [...value.fields].map(([field, held]) =>
    typeof held === 'object' && held !== null ? `${field}: …` : `${field}: ${String(held)}`,
  );
  return `${value.className} {${shown.join(', ')}}`;
};

/** Every overload of a function in the tables. */
export const functionsFrom = (tables: Tables, name: string): readonly NativeFunction[] =>
  tables.functions
    .filter((signature) => nameOf(signature) === name)
    .map((signature) => missing(signature, name));

/** The members of an enumeration and their numbers. `counted`: only their order is documented. */
export function enumFrom(tables: Tables, name: string): EnumMembers | undefined {
  const entry = Object.hasOwn(tables.enums, name) ? tables.enums[name] : undefined;
  if (entry === undefined) return undefined;
  const members = new Map(
    entry.split(' ').map((member, place): [string, number] => {
      const [text = '', number] = member.split('=');
      return [text, number === undefined ? place : Number(number)];
    }),
  );
  return { members, counted: !entry.includes('=') && !documented.has(name) };
}

export type EnumMembers = { readonly members: ReadonlyMap<string, number>; readonly counted: boolean };

/** Enumerations whose documented numbers are their places. */
const documented = new Set([
  'NSChatMessageType',
  'NSChatSessionFlags',
  'NSChatSessionStatus',
  'NSChatStatus',
  'NSChatWidgetSize',
  'NSWidgetTheme',
]);
