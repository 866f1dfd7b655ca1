import * as v from 'valibot';
import type { MockFile } from '../engine/definition.ts';
import { explain } from './explain.ts';
import type { FileProblem } from './problem.ts';
import { readJson } from './read-json.ts';
import { object } from './schema-shapes.ts';
import { mockList } from './schema-world.ts';

export type MocksResult =
  | { readonly ok: true; readonly mocks: readonly MockFile[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** A list of mocks on its own, as `mocks` of a world: `[…]`, or `{ "mocks": […] }`. */
export function parseMocks(text: string): MocksResult {
  const read = readJson(text);
  if (!read.ok) return read;
  const { value } = read;
  const isList = Array.isArray(value);
  const result = v.safeParse(isList ? mockList : object({ mocks: mockList }), value);
  if (!result.success) return { ok: false, problems: explain(result.issues) };
  const { output } = result;
  return { ok: true, mocks: Array.isArray(output) ? output : output.mocks };
}
