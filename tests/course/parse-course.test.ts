import { describe, expect, it } from 'vitest';
import { checkCourse, parseCourse } from '../../src/course/parse-course.ts';
import type { Check, Lesson } from '../../src/course/course.ts';
import { writeCourse } from '../../src/course/write-course.ts';
import { course, lesson, seed, writes } from './lessons.ts';

const says: Check = { name: 'The bot answers', expect: { event: 'message.saved', author: 'Eko' } };
const whole = course(
  lesson(
    [
      says,
      {
        name: 'Nothing else',
        from: says.name,
        within: '2m',
        expect: [{ status: 6 }, { no: { event: 'session.rated' }, within: '5s' }],
      },
      { name: 'All of it', expect: { covered: { script: 3, atLeast: 0.8 } } },
    ],
    {
      locked: ['settings/agents', 'scripts/3'],
      panes: ['customers'],
      solution: { ...seed, steps: [...seed.steps, writes('hi')] },
    },
  ),
);

/** What is told of a course with a lesson that is so. */
const told = (more: Partial<Lesson>, checks: readonly Check[] = [says]) => {
  const parsed = parseCourse(writeCourse(course(lesson(checks, more))));
  return (parsed.ok ? parsed.warnings : parsed.problems).map(
    ({ path, message }) => `${parsed.ok ? 'warns of' : 'refuses'} ${path}: ${message}`,
  );
};

describe('a course', () => {
  it('is read and written again byte for byte', () => {
    const text = writeCourse(whole);
    const parsed = parseCourse(text);

    expect(parsed).toMatchObject({ ok: true, warnings: [] });
    expect(parsed.ok && writeCourse(parsed.course)).toBe(text);
  });

  it('is written in one order, however it was given', () => {
    const { lessons, ...head } = whole;
    const [first] = lessons;
    if (first === undefined) throw new Error('There is no lesson.');
    const { checks, ...rest } = first;
    const turned = {
      lessons: [{ checks: checks.map((one) => Object.fromEntries(Object.entries(one).reverse())), ...rest }],
      ...head,
    };

    expect(writeCourse(turned as unknown as typeof whole)).toBe(writeCourse(whole));
  });

  it('of a newer version is refused with what to do, and nothing else', () => {
    expect(checkCourse({ ...whole, version: 2, more: 1 })).toMatchObject({
      ok: false,
      problems: [
        { path: 'version', message: expect.stringContaining('newer version of Rehearsal') as unknown },
      ],
    });
  });

  it('that is something else says so', () => {
    expect(checkCourse(seed)).toMatchObject({ ok: false, problems: [{ path: 'format' }] });
    expect(parseCourse('{')).toMatchObject({ ok: false });
  });

  it('tells what is wrong with a check by its place and its kind', () => {
    const odd = (expect: object) =>
      checkCourse({ ...whole, lessons: [{ ...whole.lessons[0], checks: [{ name: 'A', expect }] }] });
    const place = 'lessons[0].checks[0].expect';

    expect(odd({ statsu: 6 })).toMatchObject({
      problems: [{ path: place, message: expect.stringContaining('Did you mean “status”') as unknown }],
    });
    expect(odd({ status: 12 })).toMatchObject({ problems: [{ path: `${place}.status` }] });
    expect(odd([{ status: 6 }, { covered: { script: 1, atLeast: 2 } }])).toMatchObject({
      problems: [{ path: `${place}[1].covered.atLeast` }],
    });
  });

  it('tells what is wrong with a scenario in it by its place in the whole', () => {
    const bad = { ...seed, steps: [{ input: { type: 'customer.writes', session: 3, text: 'x' } }] } as const;

    expect(checkCourse({ ...whole, lessons: [{ ...whole.lessons[0], seed: bad }] })).toMatchObject({
      problems: [{ path: 'lessons[0].seed.steps[0].input.session' }],
    });
    expect(checkCourse({ ...whole, lessons: [{ ...whole.lessons[0], solution: 5 }] })).toMatchObject({
      problems: [{ path: 'lessons[0].solution' }],
    });
  });

  it('is refused where it contradicts itself', () => {
    expect(told({ start: 2 })).toEqual([
      expect.stringMatching(/^refuses lessons\[0\]\.start: .*its seed has 1 step\./) as unknown,
    ]);
    expect(told({}, [says, says])).toEqual([
      expect.stringMatching(/^refuses lessons\[0\]\.checks\[1\]\.name: /) as unknown,
    ]);
    expect(
      told({}, [
        { ...says, from: 'Later' },
        { ...says, name: 'Later' },
      ]),
    ).toEqual([
      expect.stringMatching(
        /^refuses lessons\[0\]\.checks\[0\]\.from: The check “Later” comes later/,
      ) as unknown,
    ]);
    expect(told({}, [{ ...says, from: 'No one' }])).toEqual([
      expect.stringContaining('There is no check “No one”') as unknown,
    ]);
    expect(told({ id: 'wall' })).toEqual([expect.stringContaining('refuses lessons[0].id') as unknown]);
    const twice = parseCourse(writeCourse(course(lesson([says]), lesson([says]))));
    expect(twice).toMatchObject({ ok: false, problems: [{ path: 'lessons[1].id' }] });
    const { start: _, ...startless } = lesson([says]);
    expect(checkCourse(course(startless as Lesson))).toMatchObject({
      problems: [{ path: 'lessons[0].start' }],
    });
  });

  it('is taken with a warning where a check can never hold', () => {
    const never = (expect: Check['expect'], more: Partial<Lesson> = {}) =>
      told(more, [{ name: 'A', expect }]);
    const solution = { ...seed, steps: [...seed.steps, writes('hi')] };

    expect(never({ event: 'message.savd' })).toEqual([
      'warns of lessons[0].checks[0].expect.event: This can never hold: there is no event “message.savd”. Did you mean “message.saved”?',
    ]);
    expect(never([{ status: 6 }, { no: { event: 'x.y' } }])).toEqual([
      expect.stringContaining('expect[1].no.event') as unknown,
    ]);
    expect(never({ status: 4, session: 2 }, { solution })).toEqual([
      expect.stringContaining(
        'expect.session: This can never hold: the solution comes to 1 session',
      ) as unknown,
    ]);
    expect(never({ covered: { script: 9, atLeast: 1 } })).toEqual([
      expect.stringContaining('no script 9') as unknown,
    ]);
    expect(never({ webhook: { id: 4, state: 1 } })).toEqual([
      expect.stringContaining('no webhook 4') as unknown,
    ]);
    expect(never({ visible: { to: 'agent', shows: 'faq' } })).toEqual([
      expect.stringContaining('only a customer’s window') as unknown,
    ]);
    expect(never({ no: { event: 'session.rated' } })).toEqual([
      expect.stringContaining('the lesson has no end') as unknown,
    ]);
  });

  it('is taken with a warning where something in it is about nothing', () => {
    expect(told({ locked: ['settings/agents', 'settings/channels/7', 'rooms'] })).toEqual([
      expect.stringContaining('lessons[0].locked[1]') as unknown,
      expect.stringContaining('lessons[0].locked[2]') as unknown,
    ]);
    expect(told({ solution: { ...seed, steps: [writes('x')].slice(1) } })).toEqual([
      expect.stringContaining('lessons[0].solution.steps[0]') as unknown,
    ]);
    expect(told({}, [])).toEqual([
      expect.stringContaining('lessons[0].checks: A lesson without checks') as unknown,
    ]);
  });
});
