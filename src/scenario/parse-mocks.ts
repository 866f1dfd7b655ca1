import * as v from 'valibot';
import type { MockFile } from '../engine/definition.ts';
import { explain } from './explain.ts';
import type { Problem } from './problem.ts';
import { scanJson } from './scan-json.ts';
import { mockList } from './schema-world.ts';

export type MocksResult =
  | { readonly ok: true; readonly mocks: readonly MockFile[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A list of mocks on its own, as `mocks` of a world: `[…]`, or `{ "mocks": […] }`. */
export function parseMocks(text: string): MocksResult {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const scanned = scanJson(plain);
  if (scanned.length > 0) return { ok: false, problems: scanned };
  const value = JSON.parse(plain) as unknown;
  const isList = Array.isArray(value);
  const result = v.safeParse(isList ? mockList : v.strictObject({ mocks: mockList }), value);
  if (!result.success) return { ok: false, problems: explain(result.issues) };
  const { output } = result;
  return { ok: true, mocks: Array.isArray(output) ? output : output.mocks };
}
