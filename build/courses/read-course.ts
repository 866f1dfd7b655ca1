import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CourseFile, Lesson } from '../../src/course/course.ts';
import type { FolderFile, ScriptFile } from '../../src/engine/definition.ts';
import type { ScenarioFile, ScenarioStep } from '../../src/scenario/format.ts';
import { crowdSteps } from './crowd-steps.ts';
import type { CourseSource, LessonSource } from './lesson-source.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The folders of courses: each is called as its course. */
export const courseFolders = ['chatbots-in-twelve-steps', 'at-the-agents-desk'] as const;

/** The sources of scripts by the names of their files. */
type Sources = ReadonlyMap<string, string>;

/** A course put together from its folder. What a lesson changes in the scripts is there when the next one begins. */
export async function readCourse(folder: string): Promise<CourseFile> {
  const at = join(here, folder);
  const { course } = (await imported(at, 'course.ts')) as { readonly course: CourseSource };
  const names = readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  let before: Sources = new Map();
  const lessons: Lesson[] = [];
  for (const name of names) {
    const { lesson } = (await imported(join(at, name), 'lesson.ts')) as { readonly lesson: LessonSource };
    const made = madeLesson(lesson, join(at, name), name.replace(/^\d+-/, ''), before);
    lessons.push(made.lesson);
    before = made.after;
  }
  return { format: 'rehearsal-course', version: 1, id: folder, ...course, lessons };
}

const imported = (folder: string, file: string): Promise<unknown> =>
  import(pathToFileURL(join(folder, file)).href) as Promise<unknown>;

function madeLesson(
  source: LessonSource,
  at: string,
  id: string,
  before: Sources,
): { lesson: Lesson; after: Sources } {
  const start: Sources = new Map([...before, ...sourcesIn(join(at, 'start'))]);
  const solved = sourcesIn(join(at, 'solution'));
  const bot: FolderFile = {
    id: 1,
    name: 'Shop bot',
    scripts: botScripts.flatMap((name) => scriptOf(start, name)),
  };
  const others = (name: string, ...files: readonly string[]): FolderFile => ({
    id: 2,
    name,
    scripts: files.flatMap((file) => scriptOf(start, file)),
  });
  const world = source.world({ bot, others });
  const { title } = source;
  const opening = source.opening ?? [];
  const seed: ScenarioFile = { format: 'rehearsal-scenario', version: 2, name: title, world, steps: opening };
  const saves = (name: string) => {
    const [script] = scriptOf(solved, name);
    if (script === undefined) throw new Error(`${at}/solution has no ${name}.crmscript`);
    return { type: 'admin.savesScript', folder: botScripts.includes(name) ? 1 : 2, script } as const;
  };
  const crowd = (steps: readonly ScenarioStep[], plan: Parameters<typeof crowdSteps>[2]) =>
    crowdSteps(world, [...opening, ...steps], plan);
  const solution: ScenarioFile = {
    ...seed,
    name: `${title}: solved`,
    steps: [...opening, ...source.solution({ saves, crowd })],
  };
  const text = (file: string) => readFileSync(join(at, file), 'utf8');
  const lesson: Lesson = {
    id,
    title,
    text: unwrapped(text('text.md')),
    seed,
    start: opening.length,
    ...(source.locked === undefined ? {} : { locked: source.locked }),
    ...(source.panes === undefined ? {} : { panes: source.panes }),
    checks: source.checks,
    hints: text('hints.md').split(/^---$/m).map(unwrapped),
    solution,
  };
  return { lesson, after: new Map([...start, ...solved]) };
}

/** A paragraph, and an item of a list, is one line in the file: what is bold may not go over the end of one. Code stays as it is. */
const unwrapped = (source: string): string =>
  source
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part) =>
      part.startsWith('```') ? part : part.replace(/(?<=\S)\n[ \t]*(?=[^\s\d-]|\d+(?![.\d]))/g, ' '),
    )
    .join('')
    .trim();

const botScripts = ['register', 'session-created', 'session-changed', 'message-received'];
const otherScripts = ['keep-card-numbers-out', 'customer'];

/** A script by the name of its file, with the number that it has in all lessons. */
function scriptOf(sources: Sources, file: string): ScriptFile[] {
  const source = sources.get(file);
  if (source === undefined) return [];
  const words = file.replaceAll('-', ' ');
  const ofBot = botScripts.indexOf(file);
  return ofBot < 0
    ? [{ id: botScripts.length + 1 + otherScripts.indexOf(file), name: words, source }]
    : [{ id: ofBot + 1, name: `shop bot ${words}`, source }];
}

function sourcesIn(folder: string): Map<string, string> {
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return new Map(
    files.map(
      (file) => [file.replace(/\.crmscript$/, ''), readFileSync(join(folder, file), 'utf8')] as const,
    ),
  );
}
