import type { CourseFile } from '../../protocol/course-api.ts';
import { countOf } from '../format.ts';

/** The words of what is told of a course and of results before they are opened. */
export const courseFileWords = {
  title: (title: string) => `Open the course “${title}”?`,
  has: ({ lessons, revision }: CourseFile, language: string) =>
    `${lessons.length === 1 ? 'One lesson' : `${countOf(lessons.length)} lessons`}, revision ${countOf(revision)}, in ${language}`,
  lessons: 'Lessons',
  does: 'It is added to your lessons. Nothing of it runs before you begin one.',
  open: 'Open',
  exists: (here: number, given: number) =>
    here === given
      ? `Revision ${countOf(here)} of it is here already, and this one says something else.`
      : here < given
        ? `Revision ${countOf(here)} of it is here; this is the newer revision ${countOf(given)}.`
        : `Revision ${countOf(here)} of it is here, which is newer than this revision ${countOf(given)}.`,
  existsHint: 'Your own work on it stays, whichever you choose.',
  draftHint:
    'You are making this course here. What you made stays among your courses, as a copy, when you take this one.',
  keepMine: 'Keep the one that is here',
  takeThis: 'Take this one',
  warnings: (n: number) =>
    n === 1
      ? 'One thing in it is not as it is meant:'
      : `${countOf(n)} things in it are not as they are meant:`,
  failed: 'It could not be kept, and what you have is as it was.',

  resultsTitle: (n: number) => (n === 1 ? 'A result of a lesson' : `Results of ${countOf(n)} lessons`),
  results: 'Results',
  result: (name: string, lesson: string) => `${name}: ${lesson}`,
  passed: (passed: number, checks: number) => `${countOf(passed)} of ${countOf(checks)} checks`,
  noCourse: (id: string) =>
    `They are of the course “${id}”, which is not here. Open its file first, and its wall takes them.`,
  resultsHint: 'The wall of the course shows results beside each other and checks them.',
  toWall: 'Go to the wall',
  close: 'Close',
};
