import type { Type } from '../../crmscript/bound-tree.ts';

const basic: Readonly<Record<string, string>> = {
  Integer: 'number',
  Float: 'number',
  Byte: 'number',
  Long: 'bigint',
  String: 'string',
  Bool: 'boolean',
  Date: 'Date',
  DateTime: 'Date',
  Time: 'number',
  TimeSpan: 'number',
  Map: 'Map<string, string>',
  Vector: 'string[]',
  EventData: 'typeof context.eventData',
  Void: 'void',
  JSONBuilder: 'JsonBuilder',
  HTTP: 'Http',
};

/** The type in TypeScript. `asText`: bytes that are a text here. */
export function typeText(type: Type, structName: (name: string) => string, asText = false): string {
  if (type.kind === 'array') {
    if (asText) return 'string';
    return `${typeText(type.element, structName)}[]`;
  }
  if (type.kind === 'struct') return structName(type.name);
  return basic[type.name] ?? 'any';
}

const numbers: ReadonlySet<string> = new Set(['Integer', 'Float', 'Byte', 'Time', 'TimeSpan']);

/** What stands in place of no value: what CRMScript makes of null where it needs one. */
export function emptyText(type: Type): string {
  if (type.name === 'String') return "''";
  if (type.name === 'Long') return '0n';
  if (numbers.has(type.name)) return '0';
  return type.name === 'Bool' ? 'false' : 'null';
}

/** Whether a `T x;` of it is null. */
export const startsNull = (type: Type): boolean => ['String', 'Integer', 'Long', 'Float'].includes(type.name);

/** Values, of which a variable holds its own. */
export const isDate = (type: Type): boolean => type.name === 'Date' || type.name === 'DateTime';

/** Those that TypeScript sees by the value that a variable is given. */
export const isSeen = (type: Type): boolean =>
  [
    'String',
    'Integer',
    'Long',
    'Float',
    'Bool',
    'Byte',
    'Date',
    'DateTime',
    'Time',
    'TimeSpan',
    'Map',
    'JSONBuilder',
    'HTTP',
    'EventData',
  ].includes(type.name) || type.kind === 'struct';
