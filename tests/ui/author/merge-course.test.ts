import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseFile, Lesson } from '../../../src/protocol/course-api.ts';
import { newCourse } from '../../../src/ui/author/course-edits.ts';
import { mergeCourse } from '../../../src/ui/author/merge-course.ts';
import { worldFile } from '../../support/stand-in-engine.ts';

const lesson = (id: string, title: string, hints: readonly string[]): Lesson => ({
  id,
  title,
  text: '',
  seed: { format: 'rehearsal-scenario', version: 1, name: 'Desk', world: worldFile, steps: [] },
  start: 0,
  checks: [],
  hints,
});

const word = fc.constantFrom('a', 'b', 'c');
const course: fc.Arbitrary<CourseFile> = fc
  .record({
    title: word,
    description: fc.option(word, { nil: undefined }),
    lessons: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('one', 'two', 'three', 'four'),
        title: word,
        hints: fc.array(word, { maxLength: 2 }),
      }),
      { selector: ({ id }) => id, maxLength: 4 },
    ),
  })
  .map(({ title, description, lessons }) => ({
    ...newCourse('x', 'en', 'x'),
    title,
    ...(description === undefined ? {} : { description }),
    lessons: lessons.map(({ id, title: of, hints }) => lesson(id, of, hints)),
  }));

const idsOf = (of: CourseFile | null) => of?.lessons.map(({ id }) => id);

describe('a course that two have made something of', () => {
  it('is what one has made of it where the other has changed nothing', () => {
    fc.assert(
      fc.property(course, course, (before, changed) => {
        expect(mergeCourse(before, changed, before)).toEqual(changed);
        expect(mergeCourse(before, before, changed)).toEqual(changed);
        expect(mergeCourse(before, changed, changed)).toEqual(changed);
      }),
    );
  });

  it('has each lesson once, none that neither of them has, and every one that somebody made or changed', () => {
    fc.assert(
      fc.property(course, course, course, (before, mine, theirs) => {
        const merged = mergeCourse(before, mine, theirs);
        if (merged === null) return;
        const ids = idsOf(merged) ?? [];

        expect(new Set(ids).size).toBe(ids.length);
        for (const one of [...mine.lessons, ...theirs.lessons]) {
          const was = before.lessons.find(({ id }) => id === one.id);
          if (JSON.stringify(was) !== JSON.stringify(one)) expect(ids).toContain(one.id);
        }
        for (const id of ids) expect([...(idsOf(mine) ?? []), ...(idsOf(theirs) ?? [])]).toContain(id);
      }),
    );
  });

  it('is nobody’s where both have changed the same in different ways', () => {
    const before = { ...newCourse('x', 'en', 'x'), lessons: [lesson('one', 'a', [])] };
    const named = (title: string) => ({ ...before, lessons: [lesson('one', title, [])] });

    expect(mergeCourse(before, named('b'), named('c'))).toBeNull();
    expect(mergeCourse(before, { ...before, title: 'b' }, { ...before, title: 'c' })).toBeNull();
    expect(
      mergeCourse(before, { ...named('b'), title: 'b' }, { ...before, lessons: [lesson('one', 'a', ['h'])] }),
    ).toEqual({
      ...before,
      title: 'b',
      lessons: [lesson('one', 'b', ['h'])],
    });
  });
});
