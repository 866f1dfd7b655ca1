import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openingText } from '../../build/openings.ts';
import { playLesson } from '../../src/course/play-lesson.ts';
import { coursesOf } from '../../src/ui/lessons/courses.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { course, lesson, means } from '../course/lessons.ts';
import { beginWork } from '../support/begin-work.ts';
import { Machine } from '../support/in-process-worker.ts';

const sample = readFileSync('public/scenarios/first-visit.json', 'utf8');
const loadText = (url: string) =>
  url.endsWith('courses/index.json') ? Promise.resolve('[]') : openingText(sample, 'public');

const covered = { name: 'All of it', expect: { covered: { script: 3, atLeast: 1 } } };
const answered = { name: 'Twice', expect: { event: 'message.saved', author: 'Eko', times: 2 } };

it('counts what ran of a script while a lesson goes on, as whoever replays it does', async () => {
  const tab = await new Machine().tab({ ports: { engine: realEngine(), loadText } });
  const courses = coursesOf(tab.service);
  const taught = lesson([covered, answered]);
  await courses.keepCourse(course(taught));
  const work = await beginWork(courses, ['first-steps', 'hello', 'continue', 'Hello'], {
    engine: realEngine(),
    load: loadText,
  });
  if ('problem' in work) throw new Error(JSON.stringify(work.problem));
  await tab.service.open(work.id);
  const states = async () => (await courses.lessonState(work.id))?.checks.map(({ state }) => state);
  expect(await states()).toEqual(['open', 'open']);

  const input = { type: 'customer.writes', session: 1, text: 'hi' } as const;
  await tab.service.dispatch({ id: 'one', workspace: work.id, input });

  // Asked twice at once, each step is judged once.
  expect(await Promise.all([states(), states()])).toEqual([
    ['passed', 'open'],
    ['passed', 'open'],
  ]);
  const file = await tab.service.scenario(work.id);
  if ('problem' in file) throw new Error(file.problem.reason.code);
  expect(playLesson(taught, file, means).state).toEqual(await courses.lessonState(work.id));
});
