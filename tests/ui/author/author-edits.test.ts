import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check, CourseFile, Lesson } from '../../../src/protocol/course-api.ts';
import type { ScenarioFile } from '../../../src/scenario/format.ts';
import {
  freeName,
  withChanged,
  withCheck,
  withMoved,
  withoutCheck,
} from '../../../src/ui/author/check-edits.ts';
import {
  allExpected,
  formKinds,
  formsOf,
  freshForm,
  screens,
  type CheckForm,
} from '../../../src/ui/author/check-form.ts';
import { goalOf, upTo, withGoal, withStart } from '../../../src/ui/author/conversation-marks.ts';
import {
  copyOf,
  missingPartsOf,
  newCourse,
  slugOf,
  withLessonBack,
  withLessonCopied,
  withLessonMoved,
  withNewLesson,
  withoutLesson,
} from '../../../src/ui/author/course-edits.ts';
import { partsOf, textOf } from '../../../src/ui/author/lesson-text.ts';

const writes = (text: string) => ({ input: { type: 'customer.writes', session: 1, text } }) as const;
const played: ScenarioFile = {
  ...{ format: 'rehearsal-scenario', version: 1, name: 'Echo' },
  world: { startsAt: '2026-03-02T09:00:00Z' },
  opening: 1,
  bookmarks: [
    { step: 1, name: 'begins' },
    { step: 3, name: 'ends' },
  ],
  steps: [{ input: { type: 'customer.connects', channel: 1 } }, writes('a'), writes('b'), writes('c')],
};
const status = (to: number) => ({ event: 'session.statusChanged', session: 1, to });
const check = (name: string, from?: string): Check => ({
  name,
  expect: status(4),
  ...(from === undefined ? {} : { from }),
});
const lessonOf = (course: CourseFile, id: string) => course.lessons.find((one) => one.id === id) as Lesson;
const course = withNewLesson(newCourse('First steps', 'en', 'k3f9'), 'Say hello', upTo(played, 1)).course;
const lesson = lessonOf(course, 'say-hello');

describe('the text of a lesson', () => {
  it('is what is explained and, as its last paragraph, what to do', () => {
    expect(partsOf('A bot greets.\n\n**Your turn.** Write hello.')).toEqual({
      body: 'A bot greets.',
      goal: 'Write hello.',
    });
  });

  it('has no goal where the words stand within a paragraph or another one follows', () => {
    for (const text of ['Now it is **Your turn.** Go.', '**Your turn.** Go.\n\nAnd more.', 'Nothing.', ''])
      expect(partsOf(text)).toEqual({ body: text, goal: '' });
  });

  it('is the same two parts when it is read again', () => {
    const line = fc.stringMatching(/^[a-z*. ]{0,12}$/).map((one) => one.trim());
    const lines = fc.array(line, { maxLength: 5 }).map((all) => all.join('\n').trim());
    fc.assert(
      fc.property(lines, line, (body, goal) => {
        const parts = partsOf(textOf({ body, goal }));
        expect(parts).toEqual({ body, goal });
      }),
    );
  });
});

describe('the marks of a lesson', () => {
  it('cut what was played at the start and at the goal, with its bookmarks and its opening scene', () => {
    const begun = withStart(lesson, played, 2);
    const whole = withGoal(begun, played, 4);

    expect(begun.seed.steps).toEqual(played.steps.slice(0, 2));
    expect(begun.seed.bookmarks).toEqual([{ step: 1, name: 'begins' }]);
    expect(begun.solution).toBeUndefined();
    expect(whole).toMatchObject({ start: 2, solution: played });
    expect(goalOf(whole)).toBe(4);
    expect(withStart(whole, played, 0).seed).toMatchObject({ opening: 0, steps: [] });
  });

  it('keep the solution when the start is moved within it, and let it go when it is of another conversation', () => {
    const whole = withGoal(withStart(lesson, played, 1), played, 3);
    const other = { ...played, steps: [...played.steps.slice(0, 1), writes('x'), writes('y')] };

    expect(goalOf(withStart(whole, played, 2))).toBe(3);
    expect(withStart(whole, played, 3).solution).toBeUndefined();
    expect(withStart(whole, other, 2).solution).toBeUndefined();
  });

  it('leave at least one step between start and goal', () => {
    const back = withGoal(withStart(lesson, played, 3), played, 2);

    expect(back.start).toBe(1);
    expect(back.seed.steps).toHaveLength(1);
  });
});

describe('the checks of a lesson', () => {
  const checks = [check('a'), check('b', 'a'), check('c', 'b')];

  it('have names of their own', () => {
    expect(withCheck(checks, check('a')).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'a (2)']);
    expect(freeName('d', checks)).toBe('d');
  });

  it('know the new name of the one that they count from', () => {
    expect(withChanged(checks, 'a', { ...check('a'), name: 'first' })[1]).toEqual(check('b', 'first'));
  });

  it('count from where one that is taken out did', () => {
    expect(withoutCheck(checks, 'b')).toEqual([check('a'), check('c', 'a')]);
    expect(withoutCheck(checks, 'a')).toEqual([check('b'), check('c', 'b')]);
  });

  it('count from earlier ones only, however they are moved', () => {
    const moves = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1 as const, -1 as const)),
    );
    fc.assert(
      fc.property(moves, (all) => {
        const moved = all.reduce<readonly Check[]>((now, [name, by]) => withMoved(now, name, by), checks);
        const names = moved.map(({ name }) => name);
        expect([...names].sort()).toEqual(['a', 'b', 'c']);
        for (const [at, { from }] of moved.entries())
          expect(from === undefined || names.indexOf(from) < at).toBe(true);
      }),
    );
  });
});

describe('the form of a check', () => {
  const forms: fc.Arbitrary<CheckForm> = fc.record({
    kind: fc.constantFrom(...formKinds),
    session: fc.nat(3),
    status: fc.integer({ min: 1, max: 11 }),
    shows: fc.constantFrom(...screens),
    author: fc.constantFrom('', 'Parcel', 'Kari Nord'),
    text: fc.constantFrom('', 'order', 'human'),
    agent: fc.nat(2),
    webhook: fc.nat(2),
    eventName: fc.constantFrom('', 'chatsession.created'),
    script: fc.nat(9),
    percent: fc.integer({ min: 1, max: 100 }),
    never: fc.boolean(),
  });

  it('is found again from what it says is expected', () => {
    fc.assert(
      fc.property(fc.array(forms, { minLength: 1, maxLength: 4 }), (given) => {
        const expected = allExpected(given);
        const found = formsOf(expected);
        expect(found === null ? null : allExpected(found)).toEqual(expected);
        for (const [index, { kind }] of given.entries())
          if (found?.[index]?.kind !== kind)
            expect([kind, found?.[index]?.kind]).toEqual(['said', 'silence']);
      }),
    );
  });

  it('is none for what it could not say without leaving something out', () => {
    expect(formsOf({ queue: [1] })).toBeNull();
    expect(formsOf({ event: 'message.saved', text: { matches: 'x' } })).toBeNull();
    expect(formsOf({ ...status(4), from: 6 })).toBeNull();
    expect(formsOf([status(4), { queue: [1] }])).toBeNull();
    expect(formsOf([])).toBeNull();
    expect(formsOf(Array.from({ length: 11 }, () => status(4)))).toBeNull();
    expect(formsOf({ no: { event: 'message.saved', session: 1 }, within: '5s' })).toBeNull();
  });

  it('takes silence for what it is, and not for a message without words', () => {
    expect(formsOf({ no: { event: 'message.saved', author: 'Parcel' } })).toEqual([
      { ...freshForm, ...{ kind: 'silence', session: 0, author: 'Parcel' } },
    ]);
  });
});

describe('the lessons of a course', () => {
  it('have addresses of their own, made of their titles', () => {
    const twice = withNewLesson(course, 'Say hello!', upTo(played, 0));

    expect(twice.id).toBe('say-hello-2');
    expect([slugOf('Ærlig talt: Hello, wörld'), slugOf('…')]).toEqual(['rlig-talt-hello-world', '']);
    expect(withNewLesson(course, '…', upTo(played, 0)).id).toBe('lesson');
    expect(copyOf(course, 'Second steps', 'x1')).toMatchObject({ id: 'second-steps-x1', revision: 1 });
  });

  it('are copied, moved, taken out and put back where they stood', () => {
    const two = withLessonCopied(course, 'say-hello', 'Say goodbye');
    const ids = ({ lessons }: CourseFile) => lessons.map(({ id }) => id);

    expect(ids(two)).toEqual(['say-hello', 'say-goodbye']);
    expect(ids(withLessonMoved(two, 'say-hello', 1))).toEqual(['say-goodbye', 'say-hello']);
    expect(withLessonMoved(two, 'say-hello', -1)).toBe(two);
    expect(withLessonBack(withoutLesson(two, 'say-hello'), lesson, 0)).toEqual(two);
    expect(withLessonBack(two, lesson, 0)).toBe(two);
  });

  it('say what they still lack, in the order in which they are made', () => {
    expect(missingPartsOf(lesson)).toEqual(['goal', 'checks', 'text']);
    expect(
      missingPartsOf({ ...withGoal(lesson, played, 3), text: 'Hi', checks: [check('a')], title: ' ' }),
    ).toEqual(['title']);
  });
});
