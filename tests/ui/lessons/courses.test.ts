import { describe, expect, it } from 'vitest';
import type { CourseFile, LessonProgress, OpenedCourse } from '../../../src/protocol/course-api.ts';
import { changedLessons } from '../../../src/ui/lessons/changed-lessons.ts';
import { goesOnAt } from '../../../src/ui/lessons/use-courses.ts';
import { placeOf } from '../../../src/ui/lessons/use-glow.ts';

const course = (...titles: string[]): CourseFile => ({
  format: 'rehearsal-course',
  version: 1,
  id: 'desk',
  revision: 1,
  title: 'Desk',
  language: 'en',
  lessons: titles.map((title, index) => ({
    id: `l${String(index + 1)}`,
    title,
    text: '',
    seed: {
      format: 'rehearsal-scenario',
      version: 1,
      name: 'x',
      world: { startsAt: '2026-03-02T09:00:00Z' },
      steps: [],
    },
    start: 0,
    checks: [],
    hints: [],
  })),
});

const progress = (lesson: string, passedAt: number | null): LessonProgress => ({
  lesson,
  workspace: 'w',
  hints: 0,
  checks: [],
  passedAt,
  revision: 1,
  elsewhere: false,
});

describe('whoever opens a course', () => {
  const opened = (current: string | null, ...passed: string[]): OpenedCourse => ({
    course: course('One', 'Two', 'Three'),
    progress: passed.map((lesson) => progress(lesson, 1)),
    current,
    edits: 0,
  });

  it('goes on with the lesson that they were at, and with the next one when that is passed', () => {
    expect(goesOnAt(opened(null))).toBe('l1');
    expect(goesOnAt(opened('l2', 'l1'))).toBe('l2');
    expect(goesOnAt(opened('l2', 'l2'))).toBe('l3');
  });

  it('comes back to what was left out, and to the first when all is done', () => {
    expect(goesOnAt(opened('l3', 'l2', 'l3'))).toBe('l1');
    expect(goesOnAt(opened('l3', 'l1', 'l2', 'l3'))).toBe('l1');
  });
});

describe('a newer revision of a course', () => {
  it('says by their numbers which lessons it changes, new ones among them', () => {
    expect(changedLessons(course('One', 'Two'), course('One', 'Two'))).toEqual([]);
    expect(changedLessons(course('One', 'Two'), course('One', 'Second', 'Three'))).toEqual([2, 3]);
  });
});

describe('the next thing to do', () => {
  it('is done where its event comes about', () => {
    const from = (expect: object) => placeOf({ expect: expect as never });

    expect(from({ event: 'session.created' })).toContain('.widget-badge');
    expect(from([{ event: 'message.saved', messageType: 2 }])).toBe('.slot-customers .composer');
    expect(from({ event: 'message.saved', agent: 1 })).toBe('.slot-agents .composer');
    expect(from({ event: 'session.statusChanged', from: 4, to: 5 })).toBe('.get-next');
    expect(from({ status: 4, session: 1 })).toBeNull();
    expect(from([{ session: { status: 4 } }, { event: 'presence.changed' }])).toBe('.presence');
  });
});
