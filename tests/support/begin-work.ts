import type { BeginHow, Beginning, CourseApi } from '../../src/protocol/course-api.ts';
import { playFile } from '../../src/worker/files/play-file.ts';
import type { Engine, LoadFile } from '../../src/worker/ports.ts';
import { standInEngine } from './stand-in-engine.ts';

type Means = { readonly engine: Engine; readonly load: LoadFile };

const standIn: Means = { engine: standInEngine, load: () => Promise.reject(new Error('offline')) };

/** What work on a lesson begins with, as the worker for files plays it. */
export async function playedOf({ world, steps }: Beginning, { engine, load }: Means = standIn) {
  const file = { format: 'rehearsal-scenario', version: 1, name: 'beginning', world, steps } as const;
  const { steps: played, problem } = await playFile(engine, load, file);
  if (problem !== null) throw new Error(problem.message);
  return played;
}

/** Begins a lesson as the page does: what it begins with is played apart from the conversations. */
export async function beginWork(
  courses: CourseApi,
  [course, lesson, how, name]: readonly [string, string, BeginHow, string],
  means: Means = standIn,
) {
  const beginning = await courses.lessonBeginning(course, lesson, how);
  if (beginning !== null && 'problem' in beginning) return beginning;
  const played = beginning === null ? [] : await playedOf(beginning, means);
  return courses.lessonWorkspace(course, lesson, how, name, played);
}
