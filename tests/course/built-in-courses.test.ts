import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { courseFiles } from '../../build/courses/course-files.ts';
import { rush } from '../../build/courses/chatbots-in-twelve-steps/11-rush-hour/lesson.ts';
import { crowdSteps } from '../../build/courses/crowd-steps.ts';
import { readCourse } from '../../build/courses/read-course.ts';
import { checkScript } from '../../src/bots/check-script.ts';
import { createRunScript } from '../../src/bots/run-script.ts';
import type { CourseFile, Lesson } from '../../src/course/course.ts';
import { parseCourse } from '../../src/course/parse-course.ts';
import { playLesson } from '../../src/course/play-lesson.ts';
import { writeCourse } from '../../src/course/write-course.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { World } from '../../src/engine/world.ts';
import type { ScenarioStep } from '../../src/scenario/format.ts';
import { checkScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import { parseMarkdown, type Block, type Inline } from '../../src/ui/files/markdown.ts';
import { channelTabs } from '../../src/ui/settings/channels/channel-form-value.ts';
import { statusShort } from '../../src/ui/statuses.ts';
import { tables } from '../crmscript/tables.ts';
import { createPatternMatcher } from '../../src/bots/pattern-matcher.ts';
import { wrongWays } from './wrong-ways.ts';

const folder = join(import.meta.dirname, '../../public/courses');
const wordsFolder = join(import.meta.dirname, '../../src/ui/words');

const courses: readonly CourseFile[] = await Promise.all(
  (['chatbots-in-twelve-steps', 'at-the-agents-desk'] as const).map(readCourse),
);
const lessons = courses.flatMap((course) =>
  course.lessons.map((lesson) => ({ name: `${course.id}: ${lesson.id}`, course: course.id, lesson })),
);

/** Hints that a bot of a lesson is meant to give: the lesson mends what they say, or its world has no need of it. */
const meant = ['no-way-to-people', 'forms-skipped'];

describe('the built-in courses', () => {
  it('are in public/courses as their sources say: npm run courses', async () => {
    const made = await courseFiles();

    expect(readdirSync(folder).sort()).toEqual([...made.keys()].sort());
    for (const [name, text] of made) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
  });

  it.each(courses)('$id reads without a remark', (course) => {
    expect(parseCourse(writeCourse(course))).toMatchObject({ ok: true, warnings: [] });
  });

  it('have twelve lessons for who writes bots, and six for who answers', () => {
    expect(courses.map(({ lessons: of }) => of.length)).toEqual([12, 6]);
  });
});

describe('the lesson Rush hour', () => {
  it('tells the truth about yesterday, when the bot was off', () => {
    const lesson = lessons.find(({ name }) => name === 'chatbots-in-twelve-steps: rush-hour')?.lesson;
    if (lesson === undefined) throw new Error('There is no such lesson.');
    const { world } = lesson.seed;
    const { events } = replay({ ...lesson.seed, steps: crowdSteps(world, [], rush) }, createRunScript());

    expect(lesson.text).toContain('six times somebody waited for');
    expect(
      events.filter((event) => event.type === 'warning.raised' && event.kind === 'newChat'),
    ).toHaveLength(6);
    expect(lesson.text).toContain('thirteen left the queue');
    expect(events.filter((event) => event.type === 'session.statusChanged' && event.to === 11)).toHaveLength(
      13,
    );
  });
});

describe.each(lessons)('the lesson $name', ({ course, lesson }) => {
  it('is passed by its solution, and nothing of it by doing nothing', () => {
    const { state } = played(lesson, solutionOf(lesson).steps.slice(lesson.start));

    expect(state.checks.filter((check) => check.state !== 'passed')).toEqual([]);
    expect(state.isPassed).toBe(true);
    expect(played(lesson, []).state.checks.filter((check) => check.state === 'passed')).toEqual([]);
  });

  it.each(wrongWays[course]?.[lesson.id] ?? [])('is not passed when $way', ({ steps, failsAt }) => {
    const {
      state,
      replay: { steps: reports },
    } = played(lesson, steps(lesson));

    expect(state.checks[state.next ?? -1]?.name).toBe(failsAt);
    // Only what people can do: a step that is refused shows nothing.
    expect(reports.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });

  it('is tried in two or three wrong ways', () => {
    expect(wrongWays[course]?.[lesson.id]?.length).toBeGreaterThanOrEqual(2);
  });

  it('begins with a world, and is solved by a conversation, that are valid files', () => {
    for (const file of [lesson.seed, solutionOf(lesson)])
      expect(checkScenario(JSON.parse(JSON.stringify(file)) as unknown)).toMatchObject({ ok: true });
  });

  it('is solved by things that are possible, none of which fails', () => {
    const { steps, events } = replay(solutionOf(lesson), createRunScript());

    expect(steps.filter(({ outcome }) => outcome !== 'committed')).toEqual([]);
    expect(events.filter(({ type }) => type === 'script.failed' || type === 'hint.raised')).toEqual([]);
  });

  it('has scripts with nothing wrong, before and after', () => {
    for (const world of [createWorld(lesson.seed.world), replay(solutionOf(lesson), createRunScript()).world])
      expect(remarks(world)).toEqual([]);
  });

  it('says what is to be done at its end, gives three hints, and links to what is there', () => {
    const last = parseMarkdown(lesson.text).at(-1);

    expect(last?.kind === 'paragraph' ? last.children[0] : last).toEqual({
      kind: 'strong',
      children: [{ kind: 'text', text: 'Your turn.' }],
    });
    expect(lesson.hints).toHaveLength(3);
    expect(
      textsOf(lesson)
        .flatMap((text) => inlinesOf(text))
        .flatMap((one) => (one.kind === 'link' ? [one.href] : []))
        .filter((href) => !leadsIn(lesson.seed.world, href)),
    ).toEqual([]);
    expect(textsOf(lesson).filter((text) => /[<>]|!\[/.test(withoutCode(text)))).toEqual([]);
    // Marks that are left over are marks that mark nothing.
    const plain = textsOf(lesson)
      .flatMap((text) => inlinesOf(text))
      .flatMap((one) => (one.kind === 'text' ? [one.text] : []));
    expect(plain.filter((text) => /\*|`|(^|\s)_|_(\s|$)/.test(text))).toEqual([]);
  });

  it('calls things what the window and its world call them', () => {
    const world = JSON.stringify(lesson);
    const named = textsOf(lesson)
      .flatMap((text) => inlinesOf(text))
      .flatMap((one) => (one.kind === 'strong' || one.kind === 'emphasis' ? [plainOf(one.children)] : []))
      .filter((text) => text !== 'Your turn.');

    expect(
      named.filter(
        (text) => !windowSays.includes(text) && !world.includes(JSON.stringify(text).slice(1, -1)),
      ),
    ).toEqual([]);
  });

  it('is short: who reads it begins within two minutes', () => {
    expect(lesson.text.split(/\s+/).length).toBeLessThan(260);
  });

  it('calls statuses by their number and name', () => {
    const named = textsOf(lesson)
      .flatMap((text) => inlinesOf(text))
      .flatMap((one) => (one.kind === 'code' ? [one.text] : []))
      .concat(lesson.checks.flatMap(({ name }) => name.match(/\b\d{1,2} [A-Z][a-z-]+( [a-z]+)?/g) ?? []));

    expect(
      named.filter((text) => /^\d{1,2} [A-Z]/.test(text)).filter((text) => !statuses.includes(text)),
    ).toEqual([]);
  });
});

/** Everything that the window says, as its catalogue is written. */
const windowSays = readdirSync(wordsFolder)
  .map((file) => readFileSync(join(wordsFolder, file), 'utf8'))
  .join('');

const plainOf = (children: readonly Inline[]): string =>
  children.map((one) => ('text' in one ? one.text : plainOf(one.children))).join('');

const statuses = Array.from({ length: 12 }, (_, status) => statusShort(status as 0));

/** What comes of steps in a lesson. */
const played = (lesson: Lesson, steps: readonly ScenarioStep[]) =>
  playLesson(
    lesson,
    { ...lesson.seed, steps: [...lesson.seed.steps.slice(0, lesson.start), ...steps] },
    {
      runScript: createRunScript(),
      counting: () => {
        throw new Error('No lesson asks how much of a script ran.');
      },
      matcher: createPatternMatcher().matches,
    },
  );

const solutionOf = (lesson: Lesson) => {
  if (lesson.solution === undefined) throw new Error(`${lesson.id} has no solution.`);
  return lesson.solution;
};

const remarks = (world: World) =>
  world.folders
    .flatMap(({ scripts }) => scripts)
    .flatMap((script) => checkScript(world, script.source, script.name, tables, script.id))
    .filter(({ code }) => !meant.includes(code));

/** Whether a link shows a script of the world, or a place in the window that has what it names. */
function leadsIn(
  { agents = [], folders = [], channels = [], faq, webhooks = [], mocks = [] }: WorldFile,
  href: string,
): boolean {
  const script = /^#script-(\d+)$/.exec(href)?.[1];
  if (script !== undefined)
    return folders.some(({ scripts = [] }) => scripts.some(({ id }) => String(id) === script));
  const agent = /^#\/lessons\/debrief\/(\d+)$/.exec(href)?.[1];
  if (agent !== undefined) return agents.some(({ id }) => String(id) === agent);
  const [, list = '', id, tab] = /^#\/settings\/(\w+)(?:\/(\d+)(?:\/(\w+))?)?$/.exec(href) ?? [];
  if (tab !== undefined && !(list === 'channels' && channelTabs.some((one) => one === tab))) return false;
  const things: Readonly<Record<string, readonly { readonly id?: number | undefined }[]>> = {
    channels,
    faq: faq?.entries ?? [],
    webhooks,
    mocks,
  };
  const found = things[list];
  return found !== undefined && (id === undefined || found.some((one) => String(one.id) === id));
}

const textsOf = ({ text, hints }: Lesson): readonly string[] => [text, ...hints];

const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```|`[^`]*`/g, '');

const inlinesOf = (text: string): readonly Inline[] =>
  parseMarkdown(text).flatMap(ofBlock).flatMap(withInner);

const ofBlock = (block: Block): readonly Inline[] =>
  block.kind === 'code' ? [] : block.kind === 'list' ? block.items.flat() : block.children;

const withInner = (one: Inline): readonly Inline[] =>
  'children' in one ? [one, ...one.children.flatMap(withInner)] : [one];
