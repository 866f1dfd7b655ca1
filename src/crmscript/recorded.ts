import type { BoundProgram } from './analysis/bound-program.ts';
import type { BoundExpression, Site } from './analysis/types/bound-tree.ts';
import type { Program } from './compile.ts';
import { CompiledProgram } from './compile/compiler.ts';
import { visibleAt } from './run/frames-seen.ts';
import type { LibraryCall, StatementRun, ProvenanceKind, Provenance } from './run/provenance.ts';
import { keyOf } from './compile/record-call.ts';
import { seeValue } from './run/shown-values.ts';
import { Recorder, type Outside } from './run/recorder.ts';

/* Programs that are recorded: of each value it is known what it was made of. Whoever embeds the language reads the record here. */

export { Recorder };
export type { LibraryCall, StatementRun, ProvenanceKind, Provenance, Outside };

const remembered = new WeakMap<BoundProgram, CompiledProgram>();

/** The program, compiled so that it records. It runs the same statements, slower. */
export function recordedProgram({ compiled }: Program): CompiledProgram {
  const { checked } = compiled;
  const known = remembered.get(checked) ?? new CompiledProgram(checked, { records: true });
  remembered.set(checked, known);
  return known;
}

/** A record for the scripts of a step. */
export const newRecorder = (outside: Outside): Recorder => new Recorder(outside, nowhere);

const nowhere: Site = {
  span: { file: '', start: 0, end: 0, line: 0, column: 0 },
  order: 0,
  routine: { name: '', variables: [], blocks: [] },
};

/** A call of the library: whose, which, and its object. */
export type CalledFunction = { readonly owner: string; readonly name: string };

/** The function of the library that made a value; undefined where none did. */
export function calledBy({ by }: Provenance): CalledFunction | undefined {
  if (typeof by !== 'object' || by.kind !== 'native') return undefined;
  const { owner, name } = by.callee;
  return { owner, name };
}

/** What a value was put into, as the script would write it, or the function that gave it. Empty where it has no name. */
export function nameOf({ by, here }: Provenance): string {
  if (by === undefined) return '';
  return typeof by === 'string' ? by : written(by, here.site);
}

function written(code: BoundExpression, site: Site): string {
  switch (code.kind) {
    case 'local':
    case 'global':
      return (
        visibleAt(site).find((one) => one.slot === code.slot && one.global === (code.kind === 'global'))
          ?.name ?? ''
      );
    case 'field':
      return `${written(code.object, site)}.${code.name}`;
    case 'element':
      return `${written(code.array, site)}[${written(code.index, site)}]`;
    case 'constant':
      return typeof code.value === 'string' ? JSON.stringify(code.value) : String(code.value);
    case 'call':
      return code.callee.name;
    case 'native':
      return code.callee.owner === '' ? code.callee.name : `${code.callee.owner}.${code.callee.name}`;
    case 'arithmetic':
    case 'compare':
      return code.operator;
    case 'concat':
      return '+';
    default:
      return '';
  }
}

/** The first argument of a call of the library, where it is a text. */
export function firstTextOf({ by, from }: Provenance): string | undefined {
  if (typeof by !== 'object' || by.kind !== 'native') return undefined;
  const value = from[by.receiver === undefined ? 0 : 1]?.value;
  return typeof value === 'string' ? value : undefined;
}

/** What a call of the library was given for a parameter; undefined where it has none of that name. */
export function argumentCalled(
  { by, from }: Provenance,
  is: (parameter: string) => boolean,
): Provenance | undefined {
  if (typeof by !== 'object' || by.kind !== 'native') return undefined;
  const index = by.callee.parameters.findIndex(({ name }) => is(name));
  return index < 0 ? undefined : from[index + (by.receiver === undefined ? 0 : 1)];
}

/** Whether a value was given by a function that the embedder added to the language. */
export const isOutside = ({ by }: Provenance): boolean =>
  typeof by === 'object' &&
  by.kind === 'native' &&
  by.callee.native.nests === true &&
  by.callee.owner !== 'String[]';

/** What was put into an object under a name, by a method `set…`, if it is this value. */
export const keptIn = (
  recorder: Recorder,
  object: object,
  kind: string,
  name: string,
  value: unknown,
): Provenance | undefined => recorder.kept(object, keyOf(kind, [name]), value);

/** A value as a debugger shows it; of an object only its type, as what is in it may have changed since. */
export function valueOf(made: Provenance): { readonly type: string; readonly value: string } {
  const { by } = made;
  const known = typeof by === 'object' && by.kind !== 'call' ? by.type : undefined;
  const { type, value } = seeValue(nowhereKept, made.value, known);
  return { type, value: plainOf(made) === undefined ? '' : value };
}

const nowhereKept = { of: () => 0 };

/** A value as one reads it: a text without its quotes; undefined for what is no plain value. */
export function plainOf({ value }: Provenance): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  // Dates and times are written by themselves.
  return typeof value === 'object' && 'toJSON' in value
    ? (JSON.parse(JSON.stringify(value)) as string)
    : undefined;
}
