import * as v from 'valibot';
import { limits } from './limits.ts';
import { readJson } from './read-json.ts';
import { listOf, object } from './schema-shapes.ts';
import { bool, count, name, text } from './schema-values.ts';

/*
 * The tests of a workspace in a backup: one file, `tests.json`, a list. The scenario of each stands there as the text of its
 * file, which is read when the test runs: one that cannot be read is still the one that was backed up.
 */

const tests = listOf(
  object({
    id: name,
    madeAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
    name: text,
    tags: listOf(text, limits.things),
    steps: count,
    isWatched: bool,
    runsWith: v.picklist(['present', 'own']),
    text: v.string(),
  }),
  limits.things,
);

type Read = v.InferOutput<typeof tests>[number];
export type BackedUpTest = Readonly<Omit<Read, 'tags'>> & { readonly tags: readonly string[] };

export const writeTests = (list: readonly BackedUpTest[]): string => `${JSON.stringify(list, null, 2)}\n`;

/** The tests that a text holds, in their order; null where it is no such text. */
export function readTests(content: string): readonly BackedUpTest[] | null {
  const read = readJson(content);
  if (!read.ok) return null;
  const found = v.safeParse(tests, read.value);
  return found.success ? found.output : null;
}
