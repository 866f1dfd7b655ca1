import * as v from 'valibot';
import { explain } from '../scenario/explain.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { checkScenario } from '../scenario/parse.ts';
import type { FileProblem } from '../scenario/problem.ts';
import { checkKinds } from './schema.ts';

/** A format of files as it is told to people. */
export type FormatTold = {
  /** What the file says under `format`. */
  readonly format: string;
  /** `a course`. */
  readonly what: string;
};

/** What the JSON of a file says under `format`; undefined for what is no object or says nothing. */
export function formatIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
}

/** A file of another format, or of a newer version, gets one clear word and not a list of unknown fields. */
export function formatProblem(value: unknown, { format, what }: FormatTold): FileProblem | null {
  if (formatIn(value) !== format)
    return { path: 'format', message: `This is not ${what}: it does not say "format": "${format}".` };
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (version === 1) return null;
  if (typeof version === 'number' && Number.isSafeInteger(version) && version > 1) {
    const message =
      `This file was made by a newer version of Rehearsal (format ${String(version)}); this one reads format 1. ` +
      'Nothing of it was taken. Update Rehearsal, or save the file again in format 1.';
    return { path: 'version', message };
  }
  return { path: 'version', message: 'The version of the format must be 1.' };
}

/** The value as a schema has it, or everything that is wrong with it. */
export function readAs<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
):
  | { readonly ok: true; readonly output: v.InferOutput<S> }
  | { readonly ok: false; readonly problems: readonly FileProblem[] } {
  const result = v.safeParse(schema, value);
  return result.success
    ? { ok: true, output: result.output }
    : { ok: false, problems: explain(result.issues, [], checkKinds) };
}

/** A scenario that stands in another file at a path; what is wrong with it is told with that path. */
export function scenarioAt(
  path: string,
  value: unknown,
): { readonly scenario: ScenarioFile | null; readonly problems: readonly FileProblem[] } {
  const checked = checkScenario(value);
  if (checked.ok) return { scenario: checked.scenario, problems: [] };
  const within = (inner: string) =>
    inner === '' ? path : `${path}${inner.startsWith('[') ? '' : '.'}${inner}`;
  return {
    scenario: null,
    problems: checked.problems.map(({ path: inner, message }) => ({ path: within(inner), message })),
  };
}
