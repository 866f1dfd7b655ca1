import type { Type } from '../../crmscript/bound-tree.ts';
import type { Porter } from './porter.ts';

const simple: Readonly<Record<string, string>> = {
  String: "''",
  Integer: '0',
  Long: '0n',
  Float: '0',
  Byte: '0',
  Bool: 'false',
  DateTime: 'new Date()',
  TimeSpan: '0',
  Vector: '[]',
  EventData: 'context.eventData',
  XMLNode: '{}',
};

/** What a variable has that is declared without a value; undefined for what has no counterpart. */
export function defaultOrNothing(p: Porter, type: Type): string | undefined {
  if (type.kind === 'array') return '[]';
  if (type.kind === 'struct') return `new ${p.names.struct(type.name)}()`;
  if (type.name === 'Map') return 'new Map<string, string>()';
  if (type.name === 'Date') return `${p.need('startOfDay')}(new Date())`;
  if (type.name === 'Time') return `${p.need('timeOf')}(new Date())`;
  if (type.name === 'JSONBuilder') return `new ${p.need('JsonBuilder')}()`;
  if (type.name === 'HTTP') return `new ${p.need('Http')}()`;
  const agent = /^NS(\w+Agent)$/.exec(type.name)?.[1];
  if (agent !== undefined) return `soApi.get${agent}()`;
  if (type.name.startsWith('NS') && type.name !== 'NSStream') return '{}';
  return simple[type.name];
}

/** The same, with null for what has no counterpart. */
export const defaultText = (p: Porter, type: Type): string => defaultOrNothing(p, type) ?? 'null';
