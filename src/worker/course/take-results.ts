import { beginsAs } from '../../course/begins-as.ts';
import { coded } from '../../course/said.ts';
import type { Said } from '../../engine/said.ts';
import type { ResultFile, TakenResults } from '../../protocol/course-api.ts';
import { progressId } from '../../storage/course-store.ts';
import { NotPlayed } from '../write/play-steps.ts';
import { makeOwnWork, notBegun, withoutBefore, type Found, type WorkMeans } from './own-work.ts';
import { keepPassed, type Standing } from './standing.ts';

type TakingMeans = WorkMeans & { readonly standing: Standing };

/**
 * Goes on from results of another computer: what was played becomes one's own work here, and what it passes is found by judging it, not by
 * what the file says. Own work that was here stays among the workspaces.
 */
export async function takeResults(
  results: readonly ResultFile[],
  names: readonly string[],
  means: TakingMeans,
  find: (course: string, lesson: string) => Promise<Found | null>,
): Promise<TakenResults> {
  const taken: string[] = [];
  const left: { lesson: string; why: Said }[] = [];
  for (const [index, result] of results.entries()) {
    const { course, lesson } = result;
    const found = await find(course, lesson);
    const why =
      found === null
        ? coded('result-no-course', { course })
        : await take(result, names[index] ?? lesson, means, found, taken.includes(lesson));
    if (why === null) taken.push(lesson);
    else left.push({ lesson, why });
  }
  return { taken, left };
}

/** Null, or why it cannot be gone on from; `isAgain` for another result of a lesson that was taken just now. */
async function take(
  result: ResultFile,
  name: string,
  means: TakingMeans,
  found: Found,
  isAgain: boolean,
): Promise<Said | null> {
  const { ports, log, store, standing } = means;
  const { course, lesson } = found;
  const { scenario, hints } = result;
  if (beginsAs(scenario, lesson.seed, lesson.start) !== null) return coded('result-other-world', {});
  const own = scenario.steps.slice(lesson.start);
  try {
    const row = await makeOwnWork({ ...means, ...found }, name, undefined, own);
    await store.change('progress', progressId(course.id, lesson.id), (known) => ({
      ...notBegun(course, lesson),
      workspace: row.id,
      hints: Math.min(hints, lesson.hints.length),
      // What was passed here stays so.
      checks: known?.checks ?? [],
      passedAt: known?.passedAt ?? null,
      passedIn: known?.passedIn,
      elsewhere: typeof known?.passedAt === 'number' ? known.elsewhere : true,
      ...(known === undefined ? {} : { before: isAgain ? known.before : withoutBefore(known) }),
    }));
    const state = await standing.state(log, row, lesson);
    await keepPassed(store, { course, lesson, state, workspace: row.id, now: ports.wall() });
    return null;
  } catch (error) {
    if (!(error instanceof NotPlayed)) throw error;
    return coded('result-other-world', {});
  }
}
