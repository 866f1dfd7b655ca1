import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CourseFile } from '../../src/protocol/course-api.ts';
import { solvedSteps } from '../../src/ui/print/solved-steps.ts';
import { printWords } from '../../src/ui/words/print-words.ts';

const courses = join(import.meta.dirname, '../../public/courses');
const read = (name: string): unknown => JSON.parse(readFileSync(join(courses, name), 'utf8'));

describe('what is printed of a course', () => {
  it('tells what a solution does in sentences about people', () => {
    const course = read('at-the-agents-desk.rehearsal-course.json') as CourseFile;
    const lesson = course.lessons.find(({ id }) => id === 'transfer');

    expect(lesson === undefined ? [] : solvedSteps(lesson)).toEqual([
      'Kari Nord writes to Ada Berg “Good question. Per knows taxes better than I do, I will ask him to take over.”',
      'Kari Nord asks to transfer Ada Berg',
      'Kari Nord takes the transfer of Ada Berg back',
      'Kari Nord asks to transfer Ada Berg',
      'Per Vik accepts Ada Berg',
      expect.stringContaining('Per Vik writes to Ada Berg “Hello Ada, Per here.'),
    ]);
  });

  it('has words for each group of the card of functions, and a sentence for each function', () => {
    const card = read('function-card.json') as readonly {
      group: string;
      rows: readonly { says: string }[];
    }[];

    expect(card.map(({ group }) => group).sort()).toEqual(Object.keys(printWords.groups).sort());
    expect(card.flatMap(({ rows }) => rows).filter(({ says }) => !/[.:]$/.test(says))).toEqual([]);
  });
});
