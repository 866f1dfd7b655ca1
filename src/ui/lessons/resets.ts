import type { AppContextValue } from '../context.ts';
import { sentence } from '../sentence.ts';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { beginWork } from './begin-work.ts';
import { lessonWork } from './lesson-work.ts';

type Here = Pick<AppContextValue, 'store' | 'undo'>;

/** Begins the open lesson anew: its conversation alone, or with scripts, settings, hints and checks. Can be undone. */
export async function resetLesson({ store, undo }: Here, how: 'conversation' | 'reset'): Promise<void> {
  const { api, read } = lessonWork(store);
  const left = store.workspace.peek();
  if (left?.lesson === undefined) return;
  const { course, lesson } = left.lesson;
  const made = await beginWork(api, [course, lesson, how, left.name]);
  if ('problem' in made) {
    store.report(made.problem);
    return;
  }
  await store.goOnWith(made.id);
  await read();
  undo.offer(made.id, {
    text: how === 'reset' ? words.lessonReset : words.conversationReset,
    act: async () => {
      const back = await api.undoReset(course, lesson);
      if (back === null) return words.notBack;
      await store.goOnWith(back.id);
      await read();
      return '';
    },
  });
}

/** Begins every lesson of the course anew, and the open one at once. Can be undone. */
export async function resetCourse({ store, undo }: Here): Promise<void> {
  const { api, read } = lessonWork(store);
  const left = store.workspace.peek();
  if (left?.lesson === undefined) return;
  const { course, lesson } = left.lesson;
  const problem = await api.resetCourse(course);
  if (problem !== null) {
    store.report(problem);
    return;
  }
  const made = await beginWork(api, [course, lesson, 'reset', left.name]);
  if ('problem' in made) {
    // Nobody would be offered to take it back.
    store.report((await api.undoResetCourse(course)) ?? made.problem);
    return;
  }
  await store.goOnWith(made.id);
  await read();
  undo.offer(made.id, {
    text: words.courseReset,
    act: async () => {
      const why = await api.undoResetCourse(course);
      if (why !== null) return sentence(why.reason);
      await store.goOnWith(left.id);
      await read();
      return '';
    },
  });
}
