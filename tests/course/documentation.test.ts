import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkLesson } from '../../src/course/check-lesson.ts';
import { parseCourse } from '../../src/course/parse-course.ts';
import { means } from './lessons.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/course-format.md'), 'utf8');

it('documents a course whose lesson its solution passes, and nothing else does', () => {
  const parsed = parseCourse(/```json\n([^]*?)```/.exec(page)?.[1] ?? '');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const [lesson] = parsed.course.lessons;
  if (lesson === undefined) throw new Error('There is no lesson.');

  const { solution, unplayed, nothing } = checkLesson(lesson, means);

  expect([parsed.warnings, unplayed]).toEqual([[], []]);
  expect(solution?.checks.map(({ state }) => state)).toEqual(['passed', 'passed', 'passed']);
  expect(nothing.checks.map(({ state }) => state)).toEqual(['failed', 'holding', 'open']);
});
