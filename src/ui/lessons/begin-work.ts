import type { BeginHow, Beginning, CourseApi } from '../../protocol/course-api.ts';
import type { ServiceError, Workspace } from '../../protocol/engine-api.ts';
import type { PlayedStep } from '../../protocol/played-step.ts';
import { createFilesClient } from '../files/save.ts';
import { coded } from '../codes.ts';

/** Nothing to be played needs no worker. */
const nothing: readonly PlayedStep[] = [];

/** What work on a lesson begins with, played in a worker of its own that ends when that takes too long; else why not, in words, empty for that. */
export async function playApart(
  beginning: Beginning,
): Promise<readonly PlayedStep[] | { readonly why: string }> {
  if (beginning.steps.length === 0) return nothing;
  const client = createFilesClient();
  try {
    const played = await client.playBeginning(beginning, new AbortController().signal);
    if ('kind' in played) return { why: '' };
    return 'problem' in played ? { why: played.problem.message } : played;
  } finally {
    client.stop();
  }
}

/** As `CourseApi.lessonWorkspace`, with what has to be played before it. */
export async function beginWork(
  api: Pick<CourseApi, 'lessonBeginning' | 'lessonWorkspace'>,
  [course, lesson, how, name]: readonly [course: string, lesson: string, how: BeginHow, name: string],
): Promise<Workspace | { readonly problem: ServiceError }> {
  const beginning = await api.lessonBeginning(course, lesson, how);
  if (beginning !== null && 'problem' in beginning) return beginning;
  const played = beginning === null ? nothing : await playApart(beginning);
  if ('why' in played) return { problem: { code: 'E-ENGINE', reason: coded('lesson-not-begun', played) } };
  return api.lessonWorkspace(course, lesson, how, name, played);
}
