import type { ScenarioFile } from './format.ts';
import { pathText, type Problem } from './problem.ts';

/* What version 2 of the format added (rulings 46): a file that uses nothing of it says version 1. */

const fileFields = ['made', 'tags', 'opening', 'bookmarks'] as const;
const stepFields = ['stoppedAt', 'hash'] as const;

/** The version that a file has to say, by what it uses. */
export function versionOf(file: Omit<ScenarioFile, 'version' | 'format'>): 1 | 2 {
  // Builds of version 1 read `rules` as well; whoever writes it wrote hashes with it.
  return file.rules !== undefined || newFields(file).next().done !== true ? 2 : 1;
}

/** A file that says version 1 and uses what came later: older builds refuse it, so it is told where. */
export function versionProblems(file: ScenarioFile): readonly Problem[] {
  if (file.version !== 1) return [];
  const [first] = newFields(file);
  if (first === undefined) return [];
  const field = first.at(-1) ?? '';
  const message = `“${String(field)}” belongs to version 2 of the format. Say "version": 2.`;
  return [{ path: pathText(first), message }];
}

function* newFields(file: Omit<ScenarioFile, 'version' | 'format'>): Generator<readonly (string | number)[]> {
  for (const field of fileFields) if (file[field] !== undefined) yield [field];
  for (const [index, step] of file.steps.entries())
    for (const field of stepFields) if (step[field] !== undefined) yield ['steps', index, field];
}
