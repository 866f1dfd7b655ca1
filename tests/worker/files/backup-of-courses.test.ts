import { strToU8, unzipSync, zipSync } from 'fflate';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import type { CourseFile } from '../../../src/protocol/course-api.ts';
import type { FilesApi } from '../../../src/protocol/files-api.ts';
import type { KeptResult } from '../../../src/protocol/wall-api.ts';
import { coursesOf } from '../../../src/ui/lessons/courses.ts';
import { createFilesService } from '../../../src/worker/files/files-service.ts';
import { beginWork } from '../../support/begin-work.ts';
import { Machine, presence, type Tab } from '../../support/in-process-worker.ts';
import { standInEngine, worldFile } from '../../support/stand-in-engine.ts';

const files = (): FilesApi =>
  createFilesService({ engine: standInEngine, loadText: () => Promise.reject(new Error('offline')) });

const course = (title = 'The desk', lessonTitle = 'Hello'): CourseFile => ({
  format: 'rehearsal-course',
  version: 1,
  id: 'desk',
  revision: 1,
  title,
  language: 'en',
  lessons: [
    {
      id: 'hello',
      title: lessonTitle,
      text: '**Your turn.** Come back.',
      seed: {
        format: 'rehearsal-scenario',
        version: 1,
        name: 'At the desk',
        world: worldFile,
        steps: [{ input: presence(1, false) }],
      },
      start: 1,
      checks: [{ name: 'Ann is back', expect: { event: 'presence.changed', agent: 1, present: true } }],
      hints: ['One', 'Two'],
    },
  ],
});

const result = (id: string, person: number): KeptResult => ({
  id,
  course: 'desk',
  person,
  chosen: false,
  addedAt: 1,
  source: `${id}.json`,
  text: '{ "not even": "a result" }',
});

/** A tab of an app that no courses come with. */
async function newTab(): Promise<Tab> {
  const machine = new Machine();
  const { loadText } = machine.ports();
  const load = (url: string) => (url.endsWith('courses/index.json') ? Promise.resolve('[]') : loadText(url));
  return machine.tab({ ports: { loadText: load } });
}

/** A tab where somebody does a lesson of a course. */
async function working(what = course()) {
  const tab = await newTab();
  const courses = coursesOf(tab.service);
  await courses.keepCourse(what);
  const work = await beginWork(courses, ['desk', 'hello', 'continue', 'Lesson 1']);
  if ('problem' in work) throw new Error(work.problem.reason.code);
  await tab.open(work.id);
  await tab.dispatch('back', presence(1, true));
  await courses.lessonState(work.id);
  return { tab, courses, work };
}

async function backUp(tab: Tab): Promise<Uint8Array<ArrayBuffer>> {
  const service = files();
  for (const { id } of await tab.service.workspaces()) {
    const packed = await tab.service.pack(id);
    if ('problem' in packed) throw new Error(packed.problem.reason.code);
    await service.backupAdd(packed);
  }
  const packed = await coursesOf(tab.service).packCourses();
  if ('problem' in packed) throw new Error(packed.problem.reason.code);
  for (const one of packed) await service.backupAddCourse(one);
  return service.backupDone();
}

async function looked(zip: Uint8Array<ArrayBuffer>) {
  const service = files();
  const found = await service.look({ kind: 'file', name: 'b.zip', content: new Blob([zip]) });
  if (found.kind !== 'backup') throw new Error(found.kind);
  return { service, ...found };
}

/** Restores all that can be read. */
async function restore(zip: Uint8Array<ArrayBuffer>, tab: Tab): Promise<void> {
  const { service, workspaces, courses } = await looked(zip);
  const become: Record<string, string> = {};
  for (const [index, { id }] of workspaces.entries()) {
    const unpacked = await service.unpack(index);
    if ('problem' in unpacked) throw new Error(unpacked.problem.message);
    const made = await tab.service.restore(unpacked);
    if ('problem' in made) throw new Error(made.problem.reason.code);
    become[id] = made.id;
  }
  for (const index of courses.keys()) {
    const unpacked = await service.unpackCourse(index);
    if ('problem' in unpacked) throw new Error(unpacked.problem.message);
    expect(await coursesOf(tab.service).restoreCourse(unpacked, become)).toBeNull();
  }
}

/** The same zip with other texts in it, and, unless it is to be found out, sums to match. */
function changed(zip: Uint8Array, change: (file: string, text: string) => string): Uint8Array<ArrayBuffer> {
  const texts = Object.entries(unzipSync(zip)).map(([file, bytes]) => {
    const text = new TextDecoder().decode(bytes);
    return [file, text, change(file, text)] as const;
  });
  const sum = (text: string) => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);
  const resummed = texts.map(([file, , now]) => {
    const manifest = texts.reduce((all, [, was, is]) => all.replace(sum(was), sum(is)), now);
    return [file, strToU8(file === 'manifest.json' ? manifest : now)] as const;
  });
  return zipSync(Object.fromEntries(resummed));
}

describe('a backup of courses', () => {
  it('brings back the course, how far somebody has come, the hints taken, the wall, and the work that all of this is about', async () => {
    const { tab, courses } = await working();
    await courses.takeHint('desk', 'hello');
    await courses.keepResults([result('a', 1), result('b', 2)]);
    const zip = await backUp(tab);
    const other = await newTab();
    await restore(zip, other);

    const there = coursesOf(other.service);
    const opened = await there.course('desk');
    const [progress] = opened?.progress ?? [];
    const work = (await other.service.workspaces()).find(({ id }) => id === progress?.workspace);

    expect(opened?.course).toEqual(course());
    expect(opened?.current).toBe('hello');
    expect(progress).toMatchObject({ lesson: 'hello', hints: 1, checks: [{ name: 'Ann is back' }] });
    expect(progress?.passedAt).not.toBeNull();
    expect(work).toMatchObject({ name: 'Lesson 1', lesson: { course: 'desk', lesson: 'hello' } });
    expect((await there.wall('desk')).map(({ id, person }) => [id, person])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('holds what people keep with a workspace: its kinds of customers, and a trainer’s lines', async () => {
    const { tab, work } = await working();
    await tab.service.saveDraft(work.id, 'debrief.rubric.1', '[{"text":"Greets","ticked":true}]');
    await tab.service.saveDraft(work.id, 'customer 1', 'unsent');
    const other = await newTab();
    await restore(await backUp(tab), other);

    const { workspace = null } = (await coursesOf(other.service).course('desk'))?.progress[0] ?? {};
    const opened = await other.service.open(workspace);

    expect(opened).toMatchObject({
      drafts: { 'debrief.rubric.1': '[{"text":"Greets","ticked":true}]' },
    });
    expect(JSON.stringify(opened)).not.toContain('unsent');
  });

  it('replaces nothing: another course of its id, what was done and who is on the wall stay, and its own come beside them', async () => {
    const { tab, courses } = await working();
    await courses.keepResults([result('a', 1)]);
    const zip = await backUp(tab);
    const here = await working(course('Another desk'));
    await here.courses.takeHint('desk', 'hello');
    await here.courses.keepResults([result('z', 1)]);
    await restore(zip, here.tab);

    const list = await here.courses.courses();

    expect(list.map(({ id, title }) => [id, title])).toEqual([
      ['desk', 'Another desk'],
      ['desk-2', 'The desk (2)'],
    ]);
    expect((await here.courses.course('desk'))?.progress[0]).toMatchObject({
      workspace: here.work.id,
      hints: 1,
    });
    expect((await here.courses.wall('desk')).map(({ id, person }) => [id, person])).toEqual([
      ['a', 2],
      ['z', 1],
    ]);
  });

  it('holds a course that is being made, unfinished as it is', async () => {
    const { tab, courses } = await working();
    await courses.keepCourse(course('', ''), 'draft');
    const other = await newTab();
    await restore(await backUp(tab), other);

    expect((await coursesOf(other.service).course('desk'))?.course).toEqual(course('', ''));
    expect((await coursesOf(other.service).courses())[0]).toMatchObject({ draft: true });
  });

  it.each([
    ['course.rehearsal-course.json', (text: string) => text.replace('"start":1', '"start":9')],
    ['course.rehearsal-course.json', (text: string) => text.replace('"id":"desk"', '"id":"other"')],
    ['kept.json', (text: string) => text.replace('"hints": 0', '"hints": "many"')],
    ['kept.json', (text: string) => text.replace('"draft": false', '"draft": true, "more": 1')],
    ['results.json', (text: string) => text.replace('"course":"desk"', '"course":"other"')],
    ['results.json', () => '[[[['],
  ])(
    'says of a course whose %s was changed by hand that it cannot be restored, and why',
    async (name, by) => {
      const { tab, courses } = await working();
      await courses.keepResults([result('a', 1)]);
      const zip = await backUp(tab);
      const hostile = changed(zip, (file, text) => (file.endsWith(name) ? by(text) : text));
      const { courses: entries, workspaces } = await looked(hostile);

      expect(hostile).not.toEqual(zip);
      expect(entries[0]?.problem?.message).not.toBe('');
      expect(entries[0]?.problem).toMatchObject({ path: 'courses/desk' });
      expect(workspaces.every(({ problem }) => problem === null)).toBe(true);
    },
  );
});
