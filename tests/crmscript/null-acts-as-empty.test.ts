import { describe, expect, it } from 'vitest';
import { parseSignature } from '../../src/crmscript/analysis/types/signature.ts';
import { createLibrary, type NativeFunction } from '../../src/crmscript/library.ts';
import { runSource } from './run-source.ts';

/*
 * A text or a number without a value acts as "" or 0, as receiver and as argument, in every method and function that
 * does not ask for it (crm §5.2): the same script prints the same with null and with the empty value.
 */

const library = createLibrary();

const nothing: Readonly<Record<string, string>> = {
  String: 'noText',
  Integer: 'noInteger',
  Long: 'noLong',
  Float: 'noFloat',
};
const empty: Readonly<Record<string, string>> = { String: '""', Integer: '0', Long: '0L', Float: '0.0' };
const others: Readonly<Record<string, string>> = {
  Bool: 'true',
  Byte: 'Byte(65)',
  Date: 'Date("2024-02-29")',
  Time: 'Time("08:05:09")',
  DateTime: 'DateTime("2024-02-29 08:05:09")',
  TimeSpan: 'span',
  Generic: '5',
  'Byte[]': 'bytes',
  'Integer[]': 'integers',
  'XMLNode[]': 'nodes',
};

const declarations = `String noText; Integer noInteger; Long noLong; Float noFloat; TimeSpan span; Byte[] bytes;
Integer[] integers; XMLNode[] nodes;
`;

/** Asking for null is what they are for; copies keep it. */
const asks = new Set(['isNull', 'String', 'Integer', 'Long', 'Float', 'toString']);

/** An expression of type String that shows a value of another type. */
function shown(type: string, value: string): string {
  if (type === 'Vector' || type.endsWith('[]')) return `${value}.buildString("|")`;
  if (type === 'XMLNode') return `${value}.toString(0)`;
  if (type === 'Map') return `${value}.toJson()`;
  if (type === 'NSStream') return `String(${value})`;
  return `convertGenericToString(${value})`;
}

type Values = Readonly<Record<string, string>>;

const argumentsOf = (native: NativeFunction, values: Values): string =>
  parseSignature(native.signature)
    .parameters.map(({ type }) => values[type] ?? others[type] ?? `a${type}`)
    .join(', ');

/** Prints what comes of a call, or why nothing does, and what became of the variable it was called on. */
function program(owner: string, native: NativeFunction, values: Values): string {
  const { name, returns } = parseSignature(native.signature);
  const isMethod = owner !== '' && returns !== '';
  const receiver = values[owner];
  const variable = isMethod ? `${owner} r${receiver === undefined ? '' : ` = ${receiver}`};` : '';
  const call = `${isMethod ? 'r.' : ''}${name}(${argumentsOf(native, values)})`;
  const type = returns === '' ? owner : returns;
  const statement = type === 'Void' ? `${call};` : `printLine(${shown(type, call)});`;
  const after = isMethod ? `printLine(${shown(owner, 'r')});` : '';
  const objects = library.classes.map(({ name: type }) => `${type} a${type};`).join(' ');
  return `${declarations}${objects}\n${variable} try { ${statement} } catch { printLine(error); } ${after}`;
}

const takesText = (owner: string, { signature }: NativeFunction): boolean =>
  owner in empty || parseSignature(signature).parameters.some(({ type }) => type in empty);

const natives = [
  ...library.functions.map((native): [string, NativeFunction] => ['', native]),
  ...library.classes.flatMap(({ name, constructors, methods }) =>
    [...constructors, ...methods].map((native): [string, NativeFunction] => [name, native]),
  ),
]
  .filter(([owner, native]) => takesText(owner, native))
  .filter(([, { signature }]) => !asks.has(parseSignature(signature).name))
  .map(([owner, native]): [string, string, NativeFunction] => [native.signature, owner, native]);

describe('null acts as the empty value', () => {
  it.each(natives)('in %s (%s)', (_, owner, native) => {
    const withNull = runSource(program(owner, native, nothing));
    const withEmpty = runSource(program(owner, native, empty));

    expect(withNull.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(withNull.output).toBe(withEmpty.output);
    expect(withNull.result?.failure?.kind).toBe(withEmpty.result?.failure?.kind);
  });
});
