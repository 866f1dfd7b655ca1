import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playLesson } from '../../src/course/play-lesson.ts';
import { writeCourse } from '../../src/course/write-course.ts';
import { makeResult, writeResults } from '../../src/course/write-result.ts';
import type { Check, Lesson } from '../../src/course/course.ts';
import { linkOf } from '../../src/scenario/link-meter.ts';
import { rehashed } from '../../src/scenario/record.ts';
import { course, lesson, means, seed, writes } from '../course/lessons.ts';
import { cli, folderWith } from './shell.ts';

const says: Check = { name: 'The bot answers', expect: { event: 'message.saved', author: 'Eko' } };
const solution = { ...seed, steps: [...seed.steps, writes('hi')] };
const taught = lesson([says], { solution });
const text = (...lessons: readonly Lesson[]) => writeCourse(course(...lessons));

function result(name: string, passed = true): string {
  const { state, replay } = playLesson(taught, solution, means);
  const at = '2026-03-02T12:00:00.000Z';
  const made = makeResult(course(taught), {
    lesson: 'hello',
    name,
    at,
    hints: 0,
    scenario: rehashed(solution, replay.steps),
    state,
  });
  return writeResults([{ ...made, checks: made.checks.map((check) => ({ ...check, passed })) }]);
}

describe('course', () => {
  it('answers 0 where each lesson is passed by its solution and not by doing nothing', () => {
    const folder = folderWith({ 'a.json': text(taught, lesson([says], { id: 'alone' })) });

    expect(cli(folder, 'course', 'a.json')).toEqual({
      code: 0,
      out: 'ok      hello: Say hello (1 check)\nok      alone: Say hello (1 check, no solution)\n',
      err: '',
    });
  });

  it('answers 1 and says which check is not passed, or is passed by nothing', () => {
    const bye: Check = { name: 'It says bye', expect: { event: 'message.saved', text: 'Echo: bye' } };
    const waits: Check = { name: 'Somebody waits', expect: { status: 4 } };
    const folder = folderWith({ 'a.json': text(lesson([says, bye, waits], { solution })) });

    const { code, out } = cli(folder, 'course', 'a.json');

    expect(code).toBe(1);
    expect(out).toBe(
      'FAILED  hello: Say hello (3 checks)\n' +
        '  the solution leaves “It says bye” open: The nearest so far: text is “Echo: hi”, not “Echo: bye”.\n' +
        '  “Somebody waits” passes though nobody does anything.\n',
    );
  });

  it('takes the link of a course in place of its file, and says what is wrong with one that was cut', () => {
    const link = linkOf(JSON.stringify(JSON.parse(text(taught))));

    expect(cli(folderWith({}), 'course', `https://example.org/app/${link}`)).toEqual({
      code: 0,
      out: 'ok      hello: Say hello (1 check)\n',
      err: '',
    });
    const { code, err } = cli(folderWith({}), 'course', link.slice(0, -20));
    expect(code).toBe(2);
    expect(err).toContain('is not a course that can be done:');
    expect(err).toContain('cut off');
  });

  it('writes test results of each person, with what passes when it is played again', () => {
    const forged = result('Ada/Bo', true).replace('"hi"', '"hello"');
    const folder = folderWith({
      'a.json': text(taught),
      'done/1.json': result('Ada'),
      'done/2.json': result('ada', false),
      'done/3.json': forged.replace('Echo: hi', 'Echo: hello'),
    });

    expect(cli(folder, 'course', 'a.json', '--results', 'done', '--exercism', 'out').code).toBe(1);

    const read = (name: string) =>
      JSON.parse(readFileSync(join(folder, 'out', `${name}.results.json`), 'utf8')) as unknown;
    expect(readdirSync(join(folder, 'out'))).toHaveLength(3);
    expect(read('Ada')).toMatchObject({
      version: 3,
      status: 'pass',
      tests: [{ name: 'The bot answers', status: 'pass', task_id: 1 }],
    });
    expect(read('ada 2')).toMatchObject({ status: 'pass' });
    const { code, err } = cli(folder, 'course', 'a.json', '--exercism', 'out');
    expect([code, err.includes('--results')]).toEqual([2, true]);
  });

  it('warns of what is not as it is meant, with its path', () => {
    const folder = folderWith({ 'a.json': text(lesson([says], { locked: ['rooms'], solution })) });
    const { code, err } = cli(folder, 'course', 'a.json');

    expect([code, err]).toEqual([0, expect.stringMatching(/^a\.json: {2}lessons\[0\]\.locked\[0\]: /)]);
  });

  it('verifies the results in a folder, and writes a table of them', () => {
    const folder = folderWith({
      'a.json': text(taught),
      'done/ada.json': result('Ada'),
      'done/bo.json': result('Bo', false),
      'done/notes.txt': 'x',
    });

    const { code, out } = cli(folder, 'course', 'a.json', '--results', 'done', '--csv', 'all.csv');

    expect(code).toBe(1);
    expect(out).toBe(
      'verified    done/ada.json: Ada, hello: 1 of 1 checks\n' +
        'DIFFERS     done/bo.json: Bo, hello: 0 of 1 checks\n' +
        '  The result says that “The bot answers” did not pass; playing it again, it passes.\n',
    );
    expect(readFileSync(join(folder, 'all.csv'), 'utf8')).toContain(
      'Ada,first-steps,1,hello,2026-03-02T12:00:00.000Z,0,1,1,verified,1',
    );
  });

  it('answers 1 where a file in the folder is no result', () => {
    const folder = folderWith({ 'a.json': text(taught), 'done/x.json': '{}' });

    expect(cli(folder, 'course', 'a.json', '--results', 'done')).toMatchObject({
      code: 1,
      out: expect.stringContaining('REFUSED     done/x.json') as unknown,
    });
  });

  it.each([
    [['course'], 'course: name at least one course file.'],
    [['course', 'none.json'], 'none.json: there is no such file.'],
    [['course', 'bad.json'], 'bad.json is not a course that can be done:\n  format: This is not a course'],
    [['course', 'a.json', '--csv', 'x.csv'], 'course: --csv is for results'],
    [['course', 'a.json', '--results', 'nowhere'], 'nowhere: there is no such folder.'],
    [['course', 'a.json', '--results', 'empty'], 'course: there is no .json file in empty.'],
  ])('answers 2 and says how it is called: %j', (args, said) => {
    const folder = folderWith({ 'a.json': text(taught), 'bad.json': '{}', 'empty/x.txt': '' });
    const { code, out, err } = cli(folder, ...args);

    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(said)).toBe(true);
  });
});
