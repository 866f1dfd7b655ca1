import { describe, expect, it } from 'vitest';
import { newestOfEach, peopleIn } from '../../../src/ui/lessons/newest-results.ts';

const result = (name: string, lesson: string, at: string, mark = at) => ({
  name,
  lesson,
  at: `2026-11-30T${at}:00Z`,
  mark,
});

describe('results that somebody goes on from', () => {
  it('are the last one of each lesson, of one person', () => {
    const results = [
      result('Ada', 'hello', '10:00'),
      result('Ada', 'desk', '09:00'),
      result('Ada', 'hello', '11:00'),
      result('Ada', 'hello', '10:30'),
      result('Bo', 'hello', '12:00'),
    ];

    expect(peopleIn(results)).toEqual(['Ada', 'Bo']);
    expect(newestOfEach(results, 'Ada').map(({ lesson, mark }) => [lesson, mark])).toEqual([
      ['hello', '11:00'],
      ['desk', '09:00'],
    ]);
    expect(newestOfEach(results, 'Cy')).toEqual([]);
  });

  it('of one moment are the one that comes later in the file', () => {
    const results = [result('Ada', 'hello', '10:00', 'first'), result('Ada', 'hello', '10:00', 'second')];

    expect(newestOfEach(results, 'Ada').map(({ mark }) => mark)).toEqual(['second']);
  });
});
