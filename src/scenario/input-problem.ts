import * as v from 'valibot';
import { explain } from './explain.ts';
import { pathText, type FileProblem } from './problem.ts';
import { isForbiddenKey } from './scan-json.ts';
import { inputs } from './schema-inputs.ts';

/**
 * Why an input could stand in no file, such as too long a name; null when it can. What is taken into the log has to be
 * one that a file can say, else nothing that was saved or backed up of it could be opened again.
 */
export function inputProblem(input: unknown): FileProblem | null {
  const result = v.safeParse(inputs, input, { abortEarly: true });
  if (!result.success) return explain(result.issues)[0] ?? { path: '', message: 'It is no input.' };
  const path = forbiddenIn(input, []);
  if (path === null) return null;
  return {
    path: pathText(path),
    message: `The name “${String(path.at(-1))}” is not allowed. Choose another one.`,
  };
}

type Key = string | number;

/** Where a name stands that reaches a prototype: the text of a file with it is refused before it is read. */
function forbiddenIn(value: unknown, at: readonly Key[]): readonly Key[] | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    if (isForbiddenKey(key)) return [...at, key];
    const found = forbiddenIn(item, [...at, Array.isArray(value) ? Number(key) : key]);
    if (found !== null) return found;
  }
  return null;
}
