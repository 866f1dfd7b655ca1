import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import * as v from 'valibot';
import { joined, utf8Text } from './bytes.ts';
import { explain } from './explain.ts';
import { safeFileName } from './file-name.ts';
import { courseFile, readCourseFiles, writeCourseFiles, type BackedUpCourse } from './backed-up-courses.ts';
import { writeTests, type BackedUpTest } from './backed-up-tests.ts';
import { inMebibytes, limits } from './limits.ts';
import type { FileProblem } from './problem.ts';
import { readJson } from './read-json.ts';
import { listOf, object, recordOf } from './schema-shapes.ts';
import { bool, count, longText, name, text } from './schema-values.ts';

/*
 * A backup: a zip that holds, for each workspace, its scenario and its events, and a manifest that says what they are
 * (scenario.md). Whoever restores one takes the stored events and runs nothing.
 */

const formatName = 'rehearsal-backup';
/** 2 is said of a backup with tests, 3 of one with work on lessons, 4 of one with courses or what people keep: older builds do not know them. */
const formatVersion = 4;

/** Milliseconds since 1970. */
const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const said = object({ code: name, params: v.record(v.string(), v.unknown()) });

const sum = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));

const workspace = object({
  folder: name,
  id: name,
  name,
  createdAt: moment,
  openedAt: moment,
  clock: object({ speed: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)), paused: bool }),
  began: v.optional(v.picklist(['sample', 'file', 'link', 'branch', 'copy', 'backup', 'empty', 'lesson'])),
  parent: v.optional(object({ workspace: name, step: count })),
  lesson: v.optional(
    object({
      ...{ course: name, revision: count, lesson: name, start: count },
      locked: v.optional(v.pipe(listOf(name, 1000), v.readonly())),
    }),
  ),
  /** The first 16 hex digits of SHA-256 of its scenario, and of each file of its events: a zip may be damaged unseen. */
  sums: listOf(sum, 1000),
  refusals: recordOf(name, said),
  /** That of the file of its tests, where it has some. */
  testsSum: v.optional(sum),
  /** What people made there and keep with it, by its place: kinds of customers, a trainer's lines. */
  kept: v.optional(v.pipe(listOf(object({ place: name, text: longText }), 1000), v.readonly())),
});

const course = object({
  /** By which it is known: the name of its folder under `courses`. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/)),
  title: v.string(),
  /** Of each of its files. */
  sums: listOf(sum, 1000),
});

const manifestSchema = object({
  format: v.literal(formatName),
  version: v.picklist([1, 2, 3, formatVersion]),
  with: v.optional(text),
  workspaces: listOf(workspace, limits.things),
  courses: v.optional(listOf(course, limits.things)),
});

/** What a backup says of one of its courses. */
export type CourseBackedUp = v.InferOutput<typeof course>;

/** What a backup says of one of its workspaces. */
export type BackedUp = v.InferOutput<typeof workspace>;

/** One workspace as it goes into a backup: what it is, the text of its scenario, and its events in pieces of lines. */
export type ToBackUp = {
  readonly facts: Omit<BackedUp, 'folder' | 'sums' | 'testsSum'>;
  readonly scenario: string;
  readonly events: readonly string[];
  readonly tests: readonly BackedUpTest[];
};

const scenarioFile = 'scenario.json';
const testsFile = 'tests.json';
/** `events.jsonl`, and `events-2.jsonl` where one file would be too long to be read again. */
const eventsFile = (index: number): string =>
  index === 0 ? 'events.jsonl' : `events-${String(index + 1)}.jsonl`;

/** A backup in the making. Nothing of a workspace is held longer than it takes to pack it. */
export class BackupWriter {
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  readonly #zip: Zip;
  readonly #workspaces: BackedUp[] = [];
  readonly #courses: CourseBackedUp[] = [];
  readonly #with: string;

  /** `app` is the name and version that it is said to be made with. */
  constructor(app: string) {
    this.#with = app;
    this.#zip = new Zip((error, part) => {
      if (error !== null) throw error;
      this.#parts.push(part);
    });
  }

  add({ facts, scenario, events, tests }: ToBackUp): void {
    const folder = `${safeFileName(facts.name, 60, 'workspace')}-${facts.id}`.slice(0, limits.name);
    this.#put(`${folder}/${scenarioFile}`, scenario, facts.openedAt);
    for (const [index, lines] of events.entries())
      this.#put(`${folder}/${eventsFile(index)}`, lines, facts.openedAt);
    const backedUp = { folder, ...facts, sums: [scenario, ...events].map(sumOf) };
    if (tests.length === 0) {
      this.#workspaces.push(backedUp);
      return;
    }
    const content = writeTests(tests);
    this.#put(`${folder}/${testsFile}`, content, facts.openedAt);
    this.#workspaces.push({ ...backedUp, testsSum: sumOf(content) });
  }

  addCourse(id: string, title: string, of: BackedUpCourse): void {
    const contents = writeCourseFiles(of);
    for (const [index, content] of contents.entries())
      this.#put(`courses/${id}/${courseFile(index)}`, content, of.kept.openedAt ?? 0);
    this.#courses.push({ id, title, sums: contents.map(sumOf) });
  }

  /** The whole zip; nothing can be added any more. */
  done(): Uint8Array<ArrayBuffer> {
    const manifest = {
      format: formatName,
      version: Math.max(this.#courses.length > 0 ? formatVersion : 1, ...this.#workspaces.map(neededVersion)),
      with: this.#with,
      workspaces: this.#workspaces,
      ...(this.#courses.length === 0 ? {} : { courses: this.#courses }),
    };
    const last = this.#workspaces.reduce((latest, { openedAt }) => Math.max(latest, openedAt), 0);
    this.#put('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`, last);
    this.#zip.end();
    return joined(this.#parts);
  }

  #put(file: string, content: string, at: number): void {
    const entry = new ZipDeflate(file, { level: 6 });
    entry.mtime = Math.max(at, firstZipDate);
    this.#zip.add(entry);
    entry.push(strToU8(content), true);
  }
}

function neededVersion({ kept, lesson, testsSum }: BackedUp): number {
  if (kept !== undefined || lesson?.locked !== undefined) return formatVersion;
  if (lesson !== undefined) return 3;
  return testsSum === undefined ? 1 : 2;
}

/** A zip cannot say earlier dates, wherever on Earth it is read. */
const firstZipDate = Date.UTC(1980, 0, 2);

export type BackupResult =
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Whether the bytes are a zip, by how they begin. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A backup that somebody wants to restore: nothing of it is unpacked that its manifest does not name. */
export class Backup {
  readonly workspaces: readonly BackedUp[];
  readonly courses: readonly CourseBackedUp[];
  readonly #bytes: Uint8Array;

  private constructor(
    bytes: Uint8Array,
    { workspaces, courses = [] }: Pick<v.InferOutput<typeof manifestSchema>, 'workspaces' | 'courses'>,
  ) {
    this.#bytes = bytes;
    this.workspaces = workspaces;
    this.courses = courses;
  }

  static open(bytes: Uint8Array): BackupResult {
    const text = entriesOf(bytes, (file) => file === 'manifest.json')?.get('manifest.json');
    if (text === undefined)
      return refused('This is a zip, but no backup of Rehearsal: it has no manifest.json.');
    const read = readJson(text);
    if (!read.ok) return { ok: false, problems: inFile('manifest.json', read.problems) };
    const newer = versionIn(read.value);
    if (newer > formatVersion)
      return refused(
        `This backup was made by a newer version of Rehearsal (format ${String(newer)}). Update Rehearsal to restore it.`,
      );
    const found = v.safeParse(manifestSchema, read.value);
    if (!found.success) return { ok: false, problems: inFile('manifest.json', explain(found.issues)) };
    return { ok: true, backup: new Backup(bytes, found.output) };
  }

  /** The texts of a workspace: its scenario, its events and its tests; null where one of them is missing or damaged. */
  texts({ folder, sums, testsSum }: BackedUp): {
    readonly scenario: string;
    readonly events: readonly string[];
    readonly tests: string | undefined;
  } | null {
    const files = sums.map((_, index) => `${folder}/${index === 0 ? scenarioFile : eventsFile(index - 1)}`);
    const all = testsSum === undefined ? files : [...files, `${folder}/${testsFile}`];
    const contents = this.#whole(all, testsSum === undefined ? sums : [...sums, testsSum]);
    const [scenario, ...events] = contents?.slice(0, files.length) ?? [];
    if (scenario === undefined) return null;
    return { scenario, events, tests: contents?.[files.length] };
  }

  /** All of a course; null where something is missing, damaged, or cannot be read. */
  course({ id, sums }: CourseBackedUp): BackedUpCourse | null {
    const contents = this.#whole(
      sums.map((_, index) => `courses/${id}/${courseFile(index)}`),
      sums,
    );
    return contents && readCourseFiles(contents);
  }

  /** What stands in these files; null where one of them is missing or damaged. */
  #whole(files: readonly string[], sums: readonly string[]): readonly string[] | null {
    const found = entriesOf(this.#bytes, (file) => files.includes(file));
    const contents = files.map((file) => found?.get(file) ?? null);
    const isWhole = contents.every((content, index) => content !== null && sumOf(content) === sums[index]);
    return isWhole ? (contents as string[]) : null;
  }
}

const sumOf = (content: string): string => bytesToHex(sha256(utf8ToBytes(content))).slice(0, 16);

const versionIn = (value: unknown): number => {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : 0;
  return typeof version === 'number' && Number.isSafeInteger(version) ? version : 0;
};

const refused = (message: string): BackupResult => ({ ok: false, problems: [{ path: '', message }] });

const inFile = (file: string, problems: readonly FileProblem[]): readonly FileProblem[] =>
  problems.map(({ path, message }) => ({ path: path === '' ? file : `${file}: ${path}`, message }));

/**
 * The texts of the wanted entries. Each is unpacked into as many bytes as it says to have, which are limited: whatever
 * a zip claims, no more than that comes out of it. Null when it cannot be unpacked.
 */
function entriesOf(bytes: Uint8Array, isWanted: (file: string) => boolean): Map<string, string> | null {
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name: file, originalSize }) => {
        if (!isWanted(file)) return false;
        if (originalSize > limits.fileBytes)
          throw new Error(`${file} is larger than ${inMebibytes(limits.fileBytes)}.`);
        return true;
      },
    });
    const texts = Object.entries(unpacked).map(([file, content]) => [file, utf8Text(content)] as const);
    return new Map(texts.filter((entry): entry is readonly [string, string] => entry[1] !== null));
  } catch {
    return null;
  }
}
