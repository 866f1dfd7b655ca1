import type { CourseFile, Lesson } from '../../protocol/course-api.ts';
import type { AppContextValue } from '../context.ts';
import { sentence } from '../sentence.ts';
import { authorWords as words } from '../words/author-words.ts';
import type { Authoring } from './authoring.ts';
import { withNewLesson } from './course-edits.ts';
import { conversationOf, openConversation } from './open-conversation.ts';

type Here = Pick<AppContextValue, 'store' | 'router'>;

/** What a lesson begins with: a copy of the open workspace, a sample, or where another lesson ends. */
export type Beginning =
  | { readonly kind: 'open' }
  | { readonly kind: 'sample'; readonly file: string }
  | { readonly kind: 'lesson'; readonly lesson: Lesson };

/** Opens a workspace in which the new lesson is played; gives its id, or why there is none, in words. */
async function makePlace(
  here: Here,
  beginning: Beginning,
  name: string,
): Promise<{ readonly workspace: string } | { readonly problem: string }> {
  const { store } = here;
  const { engine } = store;
  if (beginning.kind === 'lesson')
    return openConversation(here, beginning.lesson.solution ?? beginning.lesson.seed, name);
  const made =
    beginning.kind === 'sample'
      ? await engine.createSample(beginning.file)
      : await engine.copy(store.workspace.peek()?.id ?? '', { began: 'copy', name });
  if ('problem' in made) return { problem: sentence(made.problem.reason) };
  if (beginning.kind === 'sample') await engine.rename(made.id, name);
  await store.open(made.id);
  return { workspace: made.id };
}

/** Adds a lesson to the course, played in a workspace of its own, and goes there; else says why not. */
export async function beginLesson(
  here: Here,
  authoring: Authoring,
  course: CourseFile,
  beginning: Beginning,
): Promise<string> {
  const title = words.newTitle(course.lessons.length + 1);
  const place = await makePlace(here, beginning, words.workspaceName(course.title, title));
  if ('problem' in place) return place.problem;
  const seed = await conversationOf(here, place.workspace);
  if (seed === null) return words.notRead;
  let id = '';
  // Whoever has gone on to another course meanwhile finds the lesson in the one that it was begun for.
  const problem = await authoring.changeOf(course.id, (now) => {
    const made = withNewLesson(now, title, seed);
    ({ id } = made);
    return made.course;
  });
  if (id === '') return problem;
  authoring.keepPlace(course.id, id, place.workspace);
  const isStillThere = here.router.path.peek().join('/') === `lessons/author/${course.id}`;
  if (!isStillThere) return problem;
  authoring.entered.lesson = `${course.id}/${id}`;
  here.router.go('lessons', 'author', course.id, id);
  return problem;
}
