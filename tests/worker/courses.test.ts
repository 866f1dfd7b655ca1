import { describe, expect, it } from 'vitest';
import type { CourseApi, CourseFile, ResultFile } from '../../src/protocol/course-api.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import type { Workspace } from '../../src/protocol/engine-api.ts';
import { coursesOf } from '../../src/ui/lessons/courses.ts';
import { removedCourse } from '../../src/ui/lessons/removing.ts';
import { beginWork, playedOf } from '../support/begin-work.ts';
import { Machine, presence, type Tab } from '../support/in-process-worker.ts';
import { worldFile } from '../support/stand-in-engine.ts';

const seed: ScenarioFile = {
  format: 'rehearsal-scenario',
  version: 1,
  name: 'At the desk',
  world: worldFile,
  steps: [{ input: presence(1, false) }, { at: '+1m', input: presence(2, false) }],
};

const lesson = (id: string, start = 1): CourseFile['lessons'][number] => ({
  id,
  title: id,
  text: '**Your turn.** Come back.',
  seed,
  start,
  checks: [{ name: 'Ann is back', expect: { event: 'presence.changed', agent: 1, present: true } }],
  hints: ['One', 'Two'],
});

const course = (id: string, revision = 1, title = id): CourseFile => ({
  format: 'rehearsal-course',
  version: 1,
  id,
  revision,
  title,
  language: 'en',
  lessons: [lesson('hello'), lesson('on', 2)],
});

/** A tab, with these courses beside the app. */
async function tabWith(...builtIn: readonly CourseFile[]) {
  const machine = new Machine();
  const beside = [...builtIn];
  const { loadText } = machine.ports();
  const load = (url: string): Promise<string> => {
    if (url.endsWith('courses/index.json'))
      return Promise.resolve(
        JSON.stringify(beside.map(({ lessons, ...one }) => ({ ...one, contents: lessons }))),
      );
    const found = beside.find(({ id }) => url.endsWith(`courses/${id}.rehearsal-course.json`));
    return found === undefined ? loadText(url) : Promise.resolve(JSON.stringify(found));
  };
  const tab = await machine.tab({ ports: { loadText: load } });
  return { tab, beside, machine, courses: coursesOf(tab.service) };
}

async function begun(courses: CourseApi, how: 'continue' | 'conversation' | 'reset' = 'continue') {
  const made = await beginWork(courses, ['desk', 'hello', how, 'Lesson 1: Hello']);
  if ('problem' in made) throw new Error(made.problem.reason.code);
  return made;
}

/** Goes on from results as the page does: what they play is played apart from the conversations. */
async function takeResults(courses: CourseApi, results: readonly ResultFile[], names: readonly string[]) {
  const beginnings = await courses.resultBeginnings(results);
  const played = await Promise.all(beginnings.map(async (one) => (one === null ? null : playedOf(one))));
  return courses.takeResults(results, names, played);
}

const progressIn = async (courses: CourseApi) => (await courses.course('desk'))?.progress ?? [];

async function inputsIn(tab: Tab, { id }: Workspace) {
  const file = await tab.service.scenario(id);
  if ('problem' in file) throw new Error(file.problem.reason.code);
  return file.steps.map(({ input }) => input);
}

describe('the courses', () => {
  it('are those that come with the app, in their order, and those that were opened', async () => {
    const { courses } = await tabWith(course('desk'), course('bots'));
    await courses.keepCourse(course('mine'));

    const list = await courses.courses();

    expect(list.map(({ id, builtIn, contents }) => [id, builtIn, contents.length])).toEqual([
      ['desk', true, 2],
      ['bots', true, 2],
      ['mine', false, 2],
    ]);
    expect((await courses.course('bots'))?.course.title).toBe('bots');
    expect(await courses.course('nowhere')).toBeNull();
  });

  it('are there again after a second opening, with how far somebody has come; another one of the same id is asked about', async () => {
    const { courses } = await tabWith();
    await courses.keepCourse(course('desk'));
    await begun(courses);
    await courses.takeHint('desk', 'hello');

    expect(await courses.keepCourse(course('desk'))).toMatchObject({ id: 'desk', revision: 1 });
    expect(await courses.keepCourse(course('desk', 2))).toMatchObject({ exists: { revision: 1 } });
    expect((await courses.course('desk'))?.course.revision).toBe(1);
    expect(await courses.keepCourse(course('desk', 2), true)).toMatchObject({ revision: 2 });

    expect(await progressIn(courses)).toMatchObject([{ lesson: 'hello', hints: 1, revision: 1 }]);
  });

  it('that come with the app are taken newer at once as long as nothing is begun, and wait to be taken else', async () => {
    const fresh = await tabWith(course('desk'));
    await fresh.courses.course('desk');
    fresh.beside[0] = course('desk', 2);
    const second = coursesOf(
      (await fresh.machine.tab({ ports: { loadText: laterText(fresh.beside) } })).service,
    );
    expect((await second.course('desk'))?.course.revision).toBe(2);
    await begun(second);
    fresh.beside[0] = course('desk', 3, 'newer');
    const later = coursesOf(
      (await fresh.machine.tab({ ports: { loadText: laterText(fresh.beside) } })).service,
    );

    expect(await later.courses()).toMatchObject([{ id: 'desk', revision: 2, newer: 3 }]);
    const newer = await later.newerCourse('desk');
    expect(newer?.title).toBe('newer');
    await later.keepCourse(newer ?? course('desk'), true);
    expect(await later.courses()).toMatchObject([{ revision: 3, newer: null, builtIn: true }]);
    expect(await progressIn(later)).toMatchObject([{ lesson: 'hello', revision: 2 }]);
  });

  it('can be taken away and put back; unfinished ones are kept as they are', async () => {
    const { courses } = await tabWith();
    const unfinished = { ...course('desk'), lessons: [] };

    expect(await courses.keepCourse(unfinished, 'draft')).toMatchObject({ draft: true, contents: [] });
    expect(await courses.keepCourse(course('desk'), 'draft')).toMatchObject({
      draft: true,
      contents: [{ id: 'hello' }, { id: 'on' }],
    });
    await courses.removeCourse('desk');
    expect(await courses.courses()).toEqual([]);
    await courses.putCourseBack('desk');
    expect(await courses.courses()).toMatchObject([{ id: 'desk', draft: true }]);
  });

  it('that are being made stay as courses of their own when a file of the same id takes their place', async () => {
    const { courses } = await tabWith();
    await courses.keepCourse(course('desk-2'));
    await courses.keepCourse(course('desk', 1, 'Made for days'), 'draft');

    expect(await courses.keepCourse(course('desk', 2))).toMatchObject({ exists: { draft: true } });
    expect(await courses.keepCourse(course('desk', 2), true)).toMatchObject({ draft: false, revision: 2 });
    await courses.keepCourse(course('desk', 3), true);

    const list = await courses.courses();
    expect(list.map(({ id, title, draft }) => [id, title, draft])).toEqual([
      ['desk', 'desk', false],
      ['desk-2', 'desk-2', false],
      ['desk-3', 'Made for days (3)', true],
    ]);
    expect((await courses.course('desk-3'))?.course.lessons).toEqual(course('desk').lessons);
  });

  it('that were taken away are there as long as that can be undone; then they are gone with their wall, and say so', async () => {
    const { courses, machine } = await tabWith();
    await courses.keepCourse(course('mine'));
    const row = { id: 'r', course: 'mine', person: 1, chosen: true, addedAt: 1, source: 'a', text: '{}' };
    await courses.keepResults([row]);
    await courses.removeCourse('mine');
    const { passing } = removedCourse({
      api: courses,
      id: 'mine',
      text: '',
      onBack: () => Promise.resolve(),
    });

    await machine.time.pass(11_000);
    passing?.keep();
    await machine.time.pass(11_000);
    expect(await courses.courses()).toEqual([]);
    expect(await courses.putCourseBack('mine')).toBeNull();
    passing?.keep();
    expect(await courses.courses()).toMatchObject([{ id: 'mine' }]);

    await courses.removeCourse('mine');
    await machine.time.pass(13_000);
    expect(await courses.courses()).toEqual([]);
    expect(await courses.putCourseBack('mine')).toMatchObject({ reason: { code: 'no-course' } });
    expect(await courses.wall('mine')).toEqual([]);
  });
});

const laterText = (beside: readonly CourseFile[]) => (url: string) =>
  Promise.resolve(
    JSON.stringify(
      url.endsWith('index.json')
        ? beside.map(({ lessons, ...one }) => ({ ...one, lessons: lessons.length }))
        : beside[0],
    ),
  );

describe('one’s own work on a lesson', () => {
  it('is a workspace that begins where the lesson does, and is gone on with', async () => {
    const { courses, tab } = await tabWith(course('desk'));

    const made = await begun(courses);

    expect(made).toMatchObject({
      name: 'Lesson 1: Hello',
      began: 'lesson',
      lesson: { course: 'desk', revision: 1, lesson: 'hello', start: 1 },
    });
    expect(await inputsIn(tab, made)).toEqual([presence(1, false)]);
    await tab.open(made.id);
    await tab.dispatch('a', presence(1, true));
    expect((await begun(courses)).id).toBe(made.id);
    expect((await courses.course('desk'))?.current).toBe('hello');
    expect((await courses.courses())[0]?.openedAt).not.toBeNull();
  });

  it('begins anew with one’s own settings where only the conversation is reset, and without them else', async () => {
    const { courses, tab } = await tabWith(course('desk'));
    const first = await begun(courses);
    const saved = { type: 'admin.savesTable', table: 'mine', rows: [] } as const;
    await tab.open(first.id);
    await tab.dispatch('a', presence(1, true));
    await tab.dispatch('b', saved);
    await courses.takeHint('desk', 'hello');

    const again = await begun(courses, 'conversation');
    expect(await inputsIn(tab, again)).toEqual([presence(1, false), saved]);
    expect(again).toMatchObject({ parent: first.id, began: 'branch', name: 'Lesson 1: Hello' });
    expect(await progressIn(courses)).toMatchObject([{ workspace: again.id, hints: 1 }]);

    const anew = await begun(courses, 'reset');
    expect(await inputsIn(tab, anew)).toEqual([presence(1, false)]);
    expect(await progressIn(courses)).toMatchObject([{ workspace: anew.id, hints: 0 }]);
    expect((await courses.undoReset('desk', 'hello'))?.id).toBe(again.id);
    expect(await progressIn(courses)).toMatchObject([{ workspace: again.id, hints: 1 }]);
    expect(await courses.undoReset('desk', 'hello')).toBeNull();
  });

  it('is set back as a whole course, and comes back as a whole', async () => {
    const { courses } = await tabWith(course('desk'));
    const first = await begun(courses);
    await beginWork(courses, ['desk', 'on', 'continue', 'Lesson 2']);

    expect(await courses.resetCourse('desk')).toBeNull();
    expect((await progressIn(courses)).map(({ workspace }) => workspace)).toEqual([null, null]);
    expect((await begun(courses)).id).not.toBe(first.id);
    await courses.undoResetCourse('desk');

    expect((await begun(courses)).id).toBe(first.id);
  });

  it('comes back with what was passed where its whole course was reset from within it', async () => {
    const { courses, tab } = await tabWith(course('desk'));
    const { id } = await begun(courses);
    await tab.open(id);
    await tab.dispatch('a', presence(1, true));
    await courses.lessonState(id);

    await courses.resetCourse('desk');
    await begun(courses, 'reset');
    await courses.undoResetCourse('desk');

    const [progress] = await progressIn(courses);
    expect(progress).toMatchObject({ workspace: id, checks: [{ name: 'Ann is back' }] });
    expect(progress?.passedAt).not.toBeNull();
  });

  it('stays reset with its course, though it is still open somewhere and judged there', async () => {
    const { courses, tab } = await tabWith(course('desk'));
    const { id } = await begun(courses);
    await tab.open(id);
    await tab.dispatch('a', presence(1, true));
    await courses.lessonState(id);

    await courses.resetCourse('desk');

    expect(await courses.lessonState(id)).toMatchObject({ isPassed: true });
    expect(await progressIn(courses)).toMatchObject([{ workspace: null, checks: [], passedAt: null }]);
    expect((await begun(courses)).id).not.toBe(id);
  });

  it('is found by what its workspace says where the rest was lost, and made anew where it was deleted', async () => {
    const { courses, tab, machine } = await tabWith(course('desk'));
    const first = await begun(courses);
    const log = machine.openLog();
    await (await log.courses()).change('progress', 'desk hello', () => null);
    await log.close();
    expect((await begun(courses)).id).toBe(first.id);
    await tab.service.remove(first.id);

    const second = await begun(courses);

    expect(second.id).not.toBe(first.id);
    expect(await courses.lessonWorkspace('desk', 'nowhere', 'continue', '')).toMatchObject({
      problem: { reason: { code: 'no-course' } },
    });
  });
});

describe('the checks of a lesson', () => {
  it('that ask how much of a script has run are judged by playing what was done again, and counting', async () => {
    const bot = {
      ...worldFile,
      folders: [{ id: 1, name: 'Bot', scripts: [{ id: 7, name: 'Say', source: 'Integer a = 1;' }] }],
    };
    const counted = course('desk');
    const [first, ...more] = counted.lessons;
    if (first === undefined) throw new Error('no lesson');
    const covered = {
      ...first,
      seed: { ...seed, world: bot },
      checks: [...first.checks, { name: 'All of it ran', expect: { covered: { script: 7, atLeast: 1 } } }],
    };
    const { courses, tab } = await tabWith({ ...counted, lessons: [covered, ...more] });
    const { id } = await begun(courses);
    await tab.open(id);
    await tab.dispatch('a', presence(1, true));

    const state = await courses.lessonState(id);

    expect(state?.checks.map((check) => check.state)).toEqual(['passed', 'open']);
    expect(await courses.lessonState(id)).toEqual(state);
  });

  it('are judged by what came since it began, and what passed is kept', async () => {
    const { courses, tab } = await tabWith(course('desk'));
    const { id } = await begun(courses);
    await tab.open(id);

    expect(await courses.lessonState(id)).toMatchObject({ isPassed: false, next: 0 });
    await tab.dispatch('a', presence(1, true));
    const state = await courses.lessonState(id);

    expect(state).toMatchObject({
      isPassed: true,
      next: null,
      checks: [{ state: 'passed', step: 2, seq: 2 }],
    });
    const [progress] = await progressIn(courses);
    expect(progress?.checks.map(({ name }) => name)).toEqual(['Ann is back']);
    expect(progress?.passedAt).not.toBeNull();
    expect(await courses.courses()).toMatchObject([{ passed: 1 }]);
    expect(await courses.lessonState('nowhere')).toBeNull();
  });

  it('are judged at once where only the workspace came back, and the course is looked at', async () => {
    const { courses, tab, machine } = await tabWith(course('desk'));
    const { id } = await begun(courses);
    await tab.open(id);
    await tab.dispatch('a', presence(1, true));
    const log = machine.openLog();
    await (await log.courses()).change('progress', 'desk hello', () => null);
    await log.close();

    const [progress] = await progressIn(courses);

    expect(progress).toMatchObject({ lesson: 'hello', workspace: id, checks: [{ name: 'Ann is back' }] });
    expect(progress?.passedAt).not.toBeNull();
  });

  it('stay passed when the conversation begins anew, and are judged anew there', async () => {
    const { courses, tab } = await tabWith(course('desk'));
    const first = await begun(courses);
    await tab.open(first.id);
    await tab.dispatch('a', presence(1, true));
    await courses.lessonState(first.id);

    const again = await begun(courses, 'conversation');

    expect(await courses.lessonState(again.id)).toMatchObject({ isPassed: false });
    expect((await progressIn(courses))[0]).toMatchObject({ workspace: again.id, checks: [{}] });
    // What was left is still judged, and takes nothing over.
    expect(await courses.lessonState(first.id)).toMatchObject({ isPassed: true });
    expect((await progressIn(courses))[0]).toMatchObject({ workspace: again.id });
  });

  it('follow whoever goes on from an earlier moment, in a branch', async () => {
    const { courses, tab } = await tabWith(course('desk'));
    const first = await begun(courses);
    const branch = await tab.service.copy(first.id, { began: 'branch', name: 'Lesson 1', upToStep: 1 });
    const copy = await tab.service.copy(first.id, { began: 'copy', name: 'Copy' });
    if ('problem' in branch || 'problem' in copy) throw new Error('nothing was made');

    expect(await courses.lessonState(branch.id)).toMatchObject({ isPassed: false });

    expect((await progressIn(courses))[0]).toMatchObject({ workspace: branch.id });
    expect(copy.lesson).toBeUndefined();
    expect(await courses.lessonState(copy.id)).toBeNull();
  });

  it('are in the result, with what was played', async () => {
    const { courses, tab } = await tabWith(course('desk'));
    const { id } = await begun(courses);
    await courses.takeHint('desk', 'hello');
    await tab.open(id);
    await tab.dispatch('a', presence(1, true));

    const one = await courses.result('desk', 'hello', 'Ada');
    const all = await courses.result('desk', null, 'Ada');

    expect(one).toMatchObject({
      format: 'rehearsal-result',
      name: 'Ada',
      lesson: 'hello',
      hints: 1,
      checks: [{ name: 'Ann is back', passed: true, step: 2 }],
      scenario: { steps: [{}, { input: presence(1, true) }] },
    });
    expect(all).toEqual({ format: 'rehearsal-results', version: 1, results: [one] });
    expect(await courses.result('desk', 'on', 'Ada')).toHaveProperty('problem');
  });

  it('are judged in the world that they began in, and told of the revision of that, where a newer one was taken since', async () => {
    const { courses, tab } = await tabWith();
    await courses.keepCourse(course('desk'));
    const { id } = await begun(courses);
    await tab.open(id);
    await tab.dispatch('a', presence(1, true));
    const newer = course('desk', 2);
    // In the newer world there is nobody left of whom the log tells.
    const world = { ...worldFile, agents: worldFile.agents.filter((agent) => agent.id !== 1) };
    const lessons = newer.lessons.map((one) => ({ ...one, seed: { ...seed, world } }));
    await courses.keepCourse({ ...newer, lessons }, true);

    expect(await courses.lessonState(id)).toMatchObject({ isPassed: true });
    expect(await courses.result('desk', 'hello', 'Ada')).toMatchObject({
      revision: 1,
      checks: [{ name: 'Ann is back', passed: true }],
    });
  });

  it('are in the result as they passed, though the conversation began anew since', async () => {
    const { courses, tab } = await tabWith(course('desk'));
    const { id } = await begun(courses);
    await tab.open(id);
    await tab.dispatch('a', presence(1, true));
    await courses.lessonState(id);

    await begun(courses, 'conversation');

    expect(await courses.result('desk', 'hello', 'Ada')).toMatchObject({
      checks: [{ name: 'Ann is back', passed: true }],
    });
  });

  it('that passed here stay passed where unfinished results of another computer are gone on from', async () => {
    const { courses, tab } = await tabWith(course('desk'));
    const { id } = await begun(courses);
    const result = await courses.result('desk', 'hello', 'Ada');
    if (!('checks' in result)) throw new Error('no result');
    await tab.open(id);
    await tab.dispatch('a', presence(1, true));
    await courses.lessonState(id);

    await takeResults(courses, [result, result], ['Lesson 1', 'Lesson 1']);

    const [progress] = await progressIn(courses);
    expect(progress).toMatchObject({ checks: [{ name: 'Ann is back' }], elsewhere: false });
    expect(progress?.passedAt).not.toBeNull();
    expect(progress?.workspace).not.toBe(id);
    expect((await courses.undoReset('desk', 'hello'))?.id).toBe(id);
  });

  it('are gone on from on another computer with the result, judged anew; results that begin otherwise are left', async () => {
    const here = await tabWith(course('desk'));
    const { id } = await begun(here.courses);
    await here.tab.open(id);
    await here.tab.dispatch('a', presence(1, true));
    const result = await here.courses.result('desk', 'hello', 'Ada');
    if (!('checks' in result)) throw new Error('no result');
    const there = await tabWith(course('desk'));

    const other = { ...result, lesson: 'on', scenario: { ...result.scenario, steps: [] } };
    const taken = await takeResults(there.courses, [result, other, { ...result, course: 'x' }], ['Lesson 1']);

    expect(taken).toMatchObject({
      taken: ['hello'],
      left: [{ lesson: 'on', why: { code: 'result-other-world' } }, { why: { code: 'result-no-course' } }],
    });
    const [progress] = await progressIn(there.courses);
    expect(progress).toMatchObject({ lesson: 'hello', elsewhere: true, checks: [{ name: 'Ann is back' }] });
    expect(progress?.passedAt).not.toBeNull();
    const work = await begun(there.courses);
    expect(work).toMatchObject({ id: progress?.workspace, name: 'Lesson 1' });
    expect(await inputsIn(there.tab, work)).toEqual([presence(1, false), presence(1, true)]);
  });

  it('are as they were before where going on from results is undone, begun or not, and stay so', async () => {
    const here = await tabWith(course('desk'));
    const { id } = await begun(here.courses);
    await here.tab.open(id);
    await here.tab.dispatch('a', presence(1, true));
    const result = await here.courses.result('desk', 'hello', 'Ada');
    if (!('checks' in result)) throw new Error('no result');
    const there = await tabWith(course('desk'));
    await takeResults(there.courses, [result], ['Lesson 1']);
    const before = await progressIn(here.courses);
    await takeResults(here.courses, [result], ['Lesson 1']);

    for (const { courses } of [here, there])
      expect(await courses.undoTakeResults('desk', ['hello'])).toBeNull();

    expect(await progressIn(here.courses)).toEqual(before);
    expect(await progressIn(there.courses)).toMatchObject([{ workspace: null, checks: [], passedAt: null }]);
    expect(await progressIn(there.courses)).toMatchObject([{ workspace: null }]);
  });

  it('are not gone on from with a result that could not be played to its end, and say so', async () => {
    const { tab, courses } = await tabWith(course('desk'));
    const { id } = await begun(courses);
    await tab.open(id);
    const result = await courses.result('desk', 'hello', 'Ada');
    if (!('checks' in result)) throw new Error('no result');

    const taken = await courses.takeResults([result, result], ['Lesson 1', 'Lesson 1'], [null, []]);

    const left = { lesson: 'hello', why: { code: 'result-not-finished', params: {} } };
    expect(taken).toEqual({ taken: [], left: [left, left] });
    expect(await progressIn(courses)).toMatchObject([{ workspace: id }]);
  });

  it('take no change of what their lesson locks, from whichever tab, and no result that made one', async () => {
    const locking = course('desk');
    const [first, ...more] = locking.lessons;
    if (first === undefined) throw new Error('There is no lesson.');
    const { courses, tab, machine } = await tabWith({
      ...locking,
      lessons: [{ ...first, locked: ['settings/agents'] }, ...more],
    });
    const { id } = await begun(courses);
    await tab.open(id);
    const other = await machine.tab();
    await other.open(id);
    const change = { type: 'admin.savesAgent', agent: { id: 1, name: 'Eve', present: true } } as const;

    const refused = { kind: 'refused', reason: { code: 'locked-by-lesson', params: {} } };
    expect(await tab.dispatch('a', change)).toEqual(refused);
    expect(await other.dispatch('b', change)).toEqual(refused);
    expect(await tab.dispatch('c', presence(1, true))).toMatchObject({ kind: 'committed' });

    const result = await courses.result('desk', 'hello', 'Ada');
    if (!('checks' in result)) throw new Error('no result');
    const { scenario } = result;
    const steps = [...scenario.steps, { input: change }];
    const made = { ...result, scenario: { ...scenario, steps } };
    const played = steps.map(({ input }, index) => ({
      ...{ step: index + 1, command: String(index), at: '+0ms', input, seq: index, events: [] },
    }));
    expect(await courses.takeResults([made], ['Lesson 1'], [played])).toMatchObject({
      left: [{ why: { code: 'result-changes-locked', params: { step: 3 } } }],
    });
  });
});
