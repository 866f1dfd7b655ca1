import { expect, it } from 'vitest';
import type { CourseApi } from '../../../src/protocol/course-api.ts';
import { resetCourse } from '../../../src/ui/lessons/resets.ts';
import { coded } from '../../../src/ui/codes.ts';
import { createStore } from '../../../src/ui/store/store.ts';
import { createUndo } from '../../../src/ui/undo/undo.ts';
import { createFakeEngine } from '../fake-engine.ts';

it('keeps how far somebody is in a course whose open lesson cannot be begun anew', async () => {
  const engine = createFakeEngine({ startsAt: '2026-03-02T09:00:00Z' }, () => undefined);
  const { open } = engine;
  engine.open = async (id) => {
    const opened = await open(id);
    const lesson = { course: 'c', revision: 1, lesson: 'l', start: 0 };
    return 'problem' in opened ? opened : { ...opened, workspace: { ...opened.workspace, lesson } };
  };
  const asked: (keyof CourseApi)[] = [];
  const problem = { code: 'E-ENGINE' as const, reason: coded('lesson-not-begun', { why: '' }) };
  engine.askCourses = (name) => {
    asked.push(name);
    return Promise.resolve(name === 'lessonBeginning' ? { problem } : null);
  };
  const store = createStore(engine, { newId: () => '1', mono: () => 0, after: () => undefined });
  await store.open(null);
  await resetCourse({ store, undo: createUndo() });

  expect(asked.filter((name) => name.includes('eset'))).toEqual(['resetCourse', 'undoResetCourse']);
  expect(store.problem.value).toEqual(problem);
});
