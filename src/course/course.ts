import type { Expectation, ScenarioFile } from '../scenario/format.ts';

/** A course as it stands in a file (docs/course-format.md): lessons that people do one after the other. */
export type CourseFile = {
  readonly format: 'rehearsal-course';
  readonly version: 1;
  /** By which it is known everywhere, whatever its title says: small letters, digits and `-`, at most 64. */
  readonly id: string;
  /** Whole, from 1: what is taught has changed when it is another one. */
  readonly revision: number;
  readonly title: string;
  /** BCP 47, such as `en` or `nb-NO`. */
  readonly language: string;
  /** Markdown. */
  readonly description?: string | undefined;
  readonly lessons: readonly Lesson[];
};

export type Lesson = {
  /** Its own in its course, of the same letters as the course's. */
  readonly id: string;
  readonly title: string;
  /** Markdown. Its last paragraph is the goal in words, and begins with `**Your turn.**`. */
  readonly text: string;
  /** The world and the opening scene that it begins with. */
  readonly seed: ScenarioFile;
  /** After how many steps of the seed whoever does the lesson takes over; the steps behind are not played. */
  readonly start: number;
  /** What is not to be changed, by the window's addresses: `settings/channels/1`, `settings/agents`, `scripts`, `scripts/3`. */
  readonly locked?: readonly string[] | undefined;
  /** Which panes show; all where nothing is said. */
  readonly panes?: readonly Pane[] | undefined;
  readonly checks: readonly Check[];
  /** At most three, in Markdown, each telling more than the one before. */
  readonly hints: readonly string[];
  /** A conversation that begins as the lesson does and passes all of its checks. */
  readonly solution?: ScenarioFile | undefined;
};

/** The panes of the window that a lesson can show. */
export const panes = ['customers', 'queue', 'agents', 'scripts', 'timeline'] as const;
export type Pane = (typeof panes)[number];

/** Something that has to come true in a lesson. */
export type Check = {
  /** A sentence, its own in its lesson: `Ada’s status becomes 4 In queue`. */
  readonly name: string;
  /** All of them have to come, in this order; of `no` none may (see `Judge`). */
  readonly expect: CheckExpectation | readonly CheckExpectation[];
  /** The name of an earlier check: only what comes after it passed counts. Else all since the lesson began. */
  readonly from?: string | undefined;
  /** So much of the virtual clock it may take since then: `2m`. */
  readonly within?: string | undefined;
};

/** So much of the statements of a script have to have run since the lesson began, from 0 to 1. */
export type Covered = { readonly covered: { readonly script: number; readonly atLeast: number } };

export type CheckExpectation = Expectation | Covered;

/** A check's expectations as a list, also where the file says one alone. */
export const expectationsOf = ({ expect }: Pick<Check, 'expect'>): readonly CheckExpectation[] =>
  isList(expect) ? expect : [expect];

const isList = (expect: Check['expect']): expect is readonly CheckExpectation[] => Array.isArray(expect);

/** The lesson of this id; undefined where the course has none. */
export const lessonOf = (course: CourseFile, id: string): Lesson | undefined =>
  course.lessons.find((lesson) => lesson.id === id);
