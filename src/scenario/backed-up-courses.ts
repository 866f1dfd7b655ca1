import * as v from 'valibot';
import { limits } from './limits.ts';
import { readJson } from './read-json.ts';
import { listOf, object } from './schema-shapes.ts';
import { bool, count, id, name, text } from './schema-values.ts';

/*
 * What a backup holds of a course: the course as the text of its file, what is known of it and how far somebody has come
 * (`kept.json`), and the results on its wall in pieces. Results stand there as the texts of their files, read when the wall is looked at.
 */

/** Milliseconds since 1970. */
const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

const kept = object({
  builtIn: bool,
  draft: bool,
  openedAt: v.nullable(moment),
  current: v.nullable(name),
  progress: listOf(
    object({
      lesson: name,
      workspace: v.nullable(name),
      hints: count,
      checks: listOf(object({ name: text, passedAt: moment }), limits.things),
      passedAt: v.nullable(moment),
      passedIn: v.nullable(name),
      revision: count,
      elsewhere: bool,
    }),
    limits.things,
  ),
});

const results = listOf(
  object({
    id: name,
    course: name,
    person: id,
    chosen: bool,
    addedAt: moment,
    source: text,
    text: v.string(),
  }),
  limits.things,
);

type Read<S extends v.GenericSchema> = v.InferOutput<S>;
type Kept = Read<typeof kept>;

/** A course as it goes into a backup; of its text nothing is asked here. */
export type BackedUpCourse = {
  readonly text: string;
  readonly kept: Kept;
  readonly results: Read<typeof results>;
};

/** A piece of results is no longer than this, in characters, so that it can be read again. */
const pieceLength = 8 * 1024 * 1024;

/** The files of a course, in their order: `course.rehearsal-course.json`, `kept.json`, `results.json`, `results-2.json` … */
export const courseFile = (index: number): string =>
  ['course.rehearsal-course.json', 'kept.json', 'results.json'][index] ?? `results-${String(index - 1)}.json`;

/** What stands in these files. */
export function writeCourseFiles({
  text: course,
  kept: known,
  results: all,
}: BackedUpCourse): readonly string[] {
  const pieces: Read<typeof results>[] = [];
  let length = pieceLength;
  for (const result of all) {
    if (length + result.text.length > pieceLength || pieces.length === 0) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)?.push(result);
    length += result.text.length;
  }
  return [
    course,
    `${JSON.stringify(known, null, 2)}\n`,
    ...pieces.map((piece) => `${JSON.stringify(piece)}\n`),
  ];
}

/** What these files say; null where one of them cannot be read. */
export function readCourseFiles([course, known, ...pieces]: readonly string[]): BackedUpCourse | null {
  const read = valueOf(kept, known);
  const all = pieces.map((piece) => valueOf(results, piece));
  if (course === undefined || read === null || all.includes(null)) return null;
  return { text: course, kept: read, results: all.flatMap((piece) => piece ?? []) };
}

function valueOf<const S extends v.GenericSchema>(schema: S, content = ''): Read<S> | null {
  const read = readJson(content);
  const found = read.ok ? v.safeParse(schema, read.value) : null;
  return found?.success === true ? found.output : null;
}
