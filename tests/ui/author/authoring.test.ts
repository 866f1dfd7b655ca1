import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CourseFile } from '../../../src/protocol/course-api.ts';
import { authoringOf } from '../../../src/ui/author/authoring.ts';
import { beginLesson } from '../../../src/ui/author/begin-lesson.ts';
import { newCourse, withLessonBack, withoutLesson } from '../../../src/ui/author/course-edits.ts';
import { coursesOf } from '../../../src/ui/lessons/courses.ts';
import type { Store } from '../../../src/ui/store/store.ts';
import { authorWords } from '../../../src/ui/words/author-words.ts';
import { Machine } from '../../support/in-process-worker.ts';
import { worldFile } from '../../support/stand-in-engine.ts';

const course = (id: string): CourseFile => ({
  ...newCourse(`Course ${id}`, 'en', 'x'),
  id,
  lessons: ['one', 'two'].map((lesson) => ({
    ...{ id: lesson, title: lesson, text: '', start: 0, checks: [], hints: [] },
    seed: { format: 'rehearsal-scenario', version: 1, name: 'Desk', world: worldFile, steps: [] },
  })),
});

/** What is made in a window, with the courses a and b on disk, and a disk that can be full for one of them. */
async function windowWithTwo() {
  const machine = new Machine();
  const { loadText } = machine.ports();
  const { service } = await machine.tab({
    ports: { loadText: (url) => (url.endsWith('index.json') ? Promise.resolve('[]') : loadText(url)) },
  });
  const disk = { isFullFor: '' };
  const engine: Pick<typeof service, 'askCourses'> = {
    askCourses: (name, given) =>
      name === 'keepDraft' && (given[0] as CourseFile).id === disk.isFullFor
        ? Promise.reject(new Error('The disk is full.'))
        : service.askCourses(name, given),
  };
  const kept = coursesOf(service);
  for (const id of ['a', 'b']) expect(await kept.keepCourse(course(id), 'draft')).toMatchObject({ id });
  const authoring = authoringOf({ engine } as Store, { local: null });
  const rename = (title: string) => {
    authoring.change((one) => ({ ...one, title }));
  };
  const titleOnDisk = async (id: string) => (await kept.course(id))?.course.title;
  const lessonsOnDisk = async (id: string) => (await kept.course(id))?.course.lessons.map((one) => one.id);
  /** Another tab, as one that makes the same courses. */
  const another = () => authoringOf({ engine } as Store, { local: null });
  return { authoring, another, disk, kept, rename, titleOnDisk, lessonsOnDisk };
}

beforeEach(() => {
  vi.stubGlobal('addEventListener', () => undefined);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a course that could not be put on disk', () => {
  it('is there again with its changes after another one was shown, and is put on disk when that can be done', async () => {
    const { authoring, disk, rename, titleOnDisk } = await windowWithTwo();
    await authoring.open('a');
    disk.isFullFor = 'a';
    rename('Changed');

    await authoring.open('b');
    expect(authoring.course.peek()).toMatchObject({ id: 'b', title: 'Course b' });
    expect(authoring.keeping.peek().problem).toContain('“Changed” is not kept: ');
    await authoring.open('a');
    expect(authoring.course.peek()).toMatchObject({ id: 'a', title: 'Changed' });
    expect(authoring.keeping.peek().problem).toContain('Not kept: ');
    expect(await titleOnDisk('a')).toBe('Course a');

    disk.isFullFor = '';
    await authoring.open('b');
    expect(authoring.keeping.peek()).toEqual({ isBehind: false, problem: '', told: '' });
    expect(await titleOnDisk('a')).toBe('Changed');
    expect(authoring.course.peek()).toMatchObject({ id: 'b' });
  });

  it('keeps no other one from being put there', async () => {
    const { authoring, disk, rename, titleOnDisk } = await windowWithTwo();
    await authoring.open('a');
    disk.isFullFor = 'a';
    rename('Changed a');
    await authoring.open('b');
    rename('Changed b');

    expect(await authoring.flush()).toBe(false);

    expect([await titleOnDisk('a'), await titleOnDisk('b')]).toEqual(['Course a', 'Changed b']);
    expect(authoring.keeping.peek().problem).toContain('“Changed a” is not kept: ');
  });
});

describe('a lesson that was deleted', () => {
  it('comes back into its course while another one is shown, which stays shown', async () => {
    const { authoring, lessonsOnDisk } = await windowWithTwo();
    const [lesson] = course('a').lessons;
    if (lesson === undefined) throw new Error('There is no lesson.');
    await authoring.open('a');
    authoring.change((one) => withoutLesson(one, 'one'));
    await authoring.open('b');
    expect(await lessonsOnDisk('a')).toEqual(['two']);

    expect(await authoring.changeOf('a', (one) => withLessonBack(one, lesson, 0))).toBe('');

    expect(await lessonsOnDisk('a')).toEqual(['one', 'two']);
    expect(authoring.course.peek()).toMatchObject({ id: 'b' });
  });

  it('is told not to come back when its course is gone, or cannot be put on disk', async () => {
    const { authoring, disk, kept } = await windowWithTwo();
    const change = (one: CourseFile) => ({ ...one, title: 'Other' });
    await authoring.open('b');

    disk.isFullFor = 'a';
    expect(await authoring.changeOf('a', change)).toContain('“Other” is not kept: ');
    disk.isFullFor = '';
    await authoring.flush();
    await kept.removeCourse('a');
    expect(await authoring.changeOf('a', change)).toBe(authorWords.lost);
  });
});

describe('a course that two tabs make', () => {
  const lesson = (id: string, title: string) => (one: CourseFile) => ({
    ...one,
    lessons: one.lessons.map((of) => (of.id === id ? { ...of, title } : of)),
  });
  const titles = (one: CourseFile | undefined) => one?.lessons.map(({ title }) => title);

  it('has what each of them changed, on disk and shown in the one that kept last', async () => {
    const { authoring, another, kept } = await windowWithTwo();
    const other = another();
    await authoring.open('a');
    await other.open('a');
    authoring.change(lesson('one', 'Mine'));
    await authoring.flush();
    other.change(lesson('two', 'Theirs'));
    await other.flush();

    expect(titles((await kept.course('a'))?.course)).toEqual(['Mine', 'Theirs']);
    expect(titles(other.course.peek() as CourseFile)).toEqual(['Mine', 'Theirs']);
    expect(other.keeping.peek()).toEqual({ isBehind: false, problem: '', told: authorWords.takenIn });
  });

  it('stays as it was kept first where both changed the same, and what the other one made is kept beside it', async () => {
    const { authoring, another, kept } = await windowWithTwo();
    const other = another();
    await authoring.open('a');
    await other.open('a');
    authoring.change(lesson('one', 'Mine'));
    await authoring.flush();
    other.change(lesson('one', 'Theirs'));
    await other.flush();
    const list = await kept.courses();

    expect(titles((await kept.course('a'))?.course)).toEqual(['Mine', 'two']);
    expect(titles((await kept.course('a-2'))?.course)).toEqual(['Theirs', 'two']);
    expect(list.map(({ id }) => id)).toEqual(['a', 'a-2', 'b']);
    expect(titles(other.course.peek() as CourseFile)).toEqual(['Mine', 'two']);
    expect(other.keeping.peek().told).toBe(authorWords.keptBeside('Course a (2)'));
  });
});

describe('a course that is deleted', () => {
  it('while a change of it is not on disk stays deleted, and has the change when it is taken back', async () => {
    const { authoring, kept, rename, titleOnDisk } = await windowWithTwo();
    await authoring.open('a');
    rename('Changed');
    await kept.removeCourse('a');
    await authoring.flush();

    expect((await kept.courses()).map(({ id }) => id)).toEqual(['b']);
    expect(authoring.course.peek()).toBe('lost');
    expect(authoring.keeping.peek()).toMatchObject({ isBehind: false, problem: '' });
    await kept.putCourseBack('a');
    expect(await titleOnDisk('a')).toBe('Changed');
  });
});

describe('a lesson that is begun while another course comes to be shown', () => {
  it('is in the course that it was begun for', async () => {
    const { authoring, lessonsOnDisk } = await windowWithTwo();
    await authoring.open('a');
    const [seeded] = course('a').lessons;
    if (seeded === undefined) throw new Error('There is no lesson.');
    const { seed } = seeded;
    let goOn: () => void = () => undefined;
    const beginning = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const store = {
      engine: {
        createSample: () => beginning.then(() => ({ id: 'place', name: 'place' })),
        rename: () => Promise.resolve(null),
        scenario: () => Promise.resolve(seed),
      },
      open: () => Promise.resolve(),
    };
    const went: string[][] = [];
    const router = {
      path: { peek: () => ['lessons', 'author', 'b'] },
      go: (...path: string[]) => went.push(path),
    };

    const begun = beginLesson(
      { store, router } as unknown as Parameters<typeof beginLesson>[0],
      authoring,
      course('a'),
      { kind: 'sample', file: 'echobot' },
    );
    await authoring.open('b');
    goOn();

    expect(await begun).toBe('');
    expect(await lessonsOnDisk('a')).toEqual(['one', 'two', 'lesson-3']);
    expect(await lessonsOnDisk('b')).toEqual(['one', 'two']);
    expect(went).toEqual([]);
  });
});
