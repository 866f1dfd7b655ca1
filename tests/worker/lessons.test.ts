import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCourse } from '../../src/course/parse-course.ts';
import { playLesson } from '../../src/course/play-lesson.ts';
import { makeResult } from '../../src/course/write-result.ts';
import type { CourseFile, Lesson, ResultFile } from '../../src/protocol/course-api.ts';
import { rehashed } from '../../src/scenario/record.ts';
import { createFilesService } from '../../src/worker/files/files-service.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { dice } from '../scenario/mutations.ts';
import { course, lesson, means, seed, waits, writes } from '../course/lessons.ts';

const publicDir = join(import.meta.dirname, '../../public');

async function filesService() {
  const service = createFilesService({
    engine: realEngine(),
    loadText: (url) => Promise.resolve(readFileSync(join(publicDir, new URL(url).pathname), 'utf8')),
  });
  await service.connect('https://rehearsal.test/', 'Rehearsal 9.9');
  return service;
}

const says = { name: 'The bot answers', expect: { event: 'message.saved', author: 'Eko' } };
const solution = { ...seed, steps: [...seed.steps, writes('hi')] };
const first = course(lesson([says], { solution }));

const blob = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return { size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer) };
};
const fileOf = (name: string, text: string) => ({ kind: 'file', name, content: blob(text) }) as const;

/** The solution of a lesson as somebody's result. */
function solved(of: CourseFile, one: Lesson, name: string): ResultFile {
  const scenario = one.solution ?? one.seed;
  const { state, replay } = playLesson(one, scenario, means);
  const at = '2026-03-02T12:00:00.000Z';
  return makeResult(of, {
    lesson: one.id,
    name,
    at,
    hints: 0,
    scenario: rehashed(scenario, replay.steps),
    state,
  });
}

describe('a course that somebody opens', () => {
  it('is looked at, and told of what in it is not as it is meant', async () => {
    const service = await filesService();
    const { text } = await service.writeCourse(course(lesson([says], { locked: ['rooms'] })));

    expect(await service.look(fileOf('a.rehearsal-course.json', text))).toMatchObject({
      kind: 'course',
      course: { id: 'first-steps' },
      problems: [{ path: 'lessons[0].locked[0]' }],
      size: text.length,
    });
    expect(
      await service.look({ kind: 'text', text: text.replace('"start": 1', '"start": 9') }),
    ).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'lessons[0].start' }],
    });
  });

  it('comes out of a link as it went in', async () => {
    const service = await filesService();
    const { fragment } = await service.courseLink(first);

    expect(await service.look({ kind: 'link', text: fragment })).toMatchObject({
      kind: 'course',
      course: first,
    });
  });

  it('that would be too long for a link has none', async () => {
    const service = await filesService();
    const roll = dice(7);
    const noise = () => Array.from({ length: 20_000 }, () => String.fromCharCode(33 + roll(90))).join('');
    const long = course(...['a', 'b', 'c'].map((id) => lesson([says], { id, text: noise() })));

    expect((await service.courseLink(long)).fragment.length).toBe(0);
  });

  it('that is not finished is written all the same, with what is the matter', async () => {
    const service = await filesService();
    const { text, problems } = await service.writeCourse(course(lesson([], { start: 7 })));

    expect(JSON.parse(text)).toMatchObject({ lessons: [{ start: 7 }] });
    expect(problems).toMatchObject([{ path: 'lessons[0].start' }]);
    expect((await service.writeCourse(first)).problems).toEqual([]);
  });
});

describe('a lesson', () => {
  it('is tried against its solution and against nothing', async () => {
    const service = await filesService();
    const always = { name: 'There is somebody', expect: { status: 4 } };
    const checked = await service.checkLesson(lesson([says, always], { solution }));

    expect(checked.solution?.isPassed).toBe(true);
    expect(checked.unplayed).toEqual([]);
    expect(checked.nothing.checks.map(({ state }) => state)).toEqual(['open', 'passed']);
  });

  it('tells of steps of its solution that nobody takes', async () => {
    const service = await filesService();
    const step = { input: { type: 'agent.writes', agent: 1, session: 1, text: 'x' } } as const;
    const checked = await service.checkLesson(
      lesson([says], { solution: { ...seed, steps: [...seed.steps, step] } }),
    );

    expect(checked.unplayed).toEqual([{ step: 2, message: expect.stringContaining('(') as unknown }]);
    expect(checked.solution?.isPassed).toBe(false);
  });

  it('is offered checks by what came in a conversation, all of which pass in it', async () => {
    const service = await filesService();
    const leaves = { input: { type: 'customer.leaves', session: 1 } } as const;
    const conversation = { ...seed, steps: [...seed.steps, writes('hi'), waits(1000), leaves] };
    const offered = await service.suggestChecks({ conversation, start: 1 });

    expect(offered.filter(({ ticked }) => ticked).map(({ kind }) => kind)).toContain('status');
    expect(offered.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['said', 'status', 'covered']));
    const checks = offered.map(({ check }, index) => ({ ...check, name: String(index) }));
    const checked = await service.checkLesson(lesson(checks, { solution: conversation }));
    expect(checked.solution?.isPassed).toBe(true);
    const ticked = offered.flatMap((one, index) =>
      one.ticked ? [checked.nothing.checks[index]?.state] : [],
    );
    expect(ticked).not.toContain('passed');
  });

  it('is offered what was said where nothing else came', async () => {
    const service = await filesService();
    const typed = { input: { type: 'customer.writes', session: 1, text: 'two' } } as const;
    const conversation = { ...seed, steps: [...solution.steps, typed] };

    const offered = await service.suggestChecks({ conversation, start: 2 });

    expect(offered.filter(({ ticked }) => ticked)).toMatchObject([{ step: 3, kind: 'said' }]);
  });
});

describe('results that are collected', () => {
  it('are read from files, texts and codes, each verified', async () => {
    const service = await filesService();
    const [one] = first.lessons;
    if (one === undefined) throw new Error('There is no lesson.');
    const result = solved(first, one, 'Ada');
    const text = await service.writeResults([result], 'results');
    const many = await service.writeResults([result, { ...result, name: 'Bo' }], 'results');
    const code = await service.resultCode(result);

    const sources = [
      fileOf('ada.json', text),
      fileOf('many.json', many),
      { kind: 'text', text: code },
      fileOf('x.json', '{}'),
      { kind: 'text', text: code.slice(0, -4) },
    ] as const;
    const read = await service.readResults(sources, [first]);

    expect(read.map((found) => ('verified' in found ? found.verified : found.kind))).toEqual([
      'verified',
      'verified',
      'verified',
      'code',
      'refused',
      'refused',
    ]);
    expect(read[0]).toMatchObject({ file: 'ada.json', state: { isPassed: true }, doubts: [] });
    expect(read[3]).toMatchObject({ code: { name: 'Ada', passed: [true] } });
    expect(await service.readResults([fileOf('ada.json', text)], [])).toMatchObject([
      { verified: 'unverified', state: null },
    ]);
    expect(await service.look(fileOf('many.json', many))).toMatchObject({
      kind: 'results',
      results: [{ name: 'Ada' }, { name: 'Bo' }],
    });
  });

  it('of a built-in course are verified, whatever their bots need', async () => {
    const service = await filesService();
    const parsed = parseCourse(
      readFileSync(join(publicDir, 'courses/chatbots-in-twelve-steps.rehearsal-course.json'), 'utf8'),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const results = parsed.course.lessons.map((one) => solved(parsed.course, one, 'Ada'));
    const text = await service.writeResults(results, 'results');

    const read = await service.readResults([fileOf('ada.json', text)], [parsed.course]);

    expect(read.filter((one) => one.kind !== 'result' || one.verified !== 'verified')).toEqual([]);
    expect(read).toHaveLength(12);
  });
});
