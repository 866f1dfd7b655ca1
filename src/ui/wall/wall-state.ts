import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { ReadResult } from '../../protocol/course-files.ts';
import type { CourseFile } from '../../protocol/course-api.ts';
import type { ServiceError } from '../../protocol/engine-api.ts';
import type { Source } from '../../protocol/files-api.ts';
import type { KeptResult, WallApi } from '../../protocol/wall-api.ts';
import type { FilesClient } from '../files-client.ts';
import { wallWords as words } from '../words/wall-words.ts';
import { rowsOf, type Row } from './grid.ts';
import { inventedName } from './invented-name.ts';
import { shownResult, type ShownResult } from './shown-result.ts';
import { chooseOf, setApart, takeIn, type IncomingResult } from './take-in.ts';

/** What was not put on the wall, and why. */
export type WallNotice =
  | {
      readonly kind: 'refused';
      readonly file: string;
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    }
  | { readonly kind: 'elsewhere'; readonly file: string; readonly course: string }
  | { readonly kind: 'noLesson'; readonly file: string; readonly lesson: string }
  | { readonly kind: 'same'; readonly n: number };

/** The cell that the side speaks of; without a lesson the whole person. */
export type Selected = { readonly person: number; readonly lesson: string | null };

export type WallState = {
  readonly course: CourseFile;
  readonly rows: ReadonlySignal<readonly Row[]>;
  /** How far reading has come; null when nothing is read. */
  readonly reading: ReadonlySignal<{ readonly done: number; readonly of: number } | null>;
  /** How many were put on the wall last. */
  readonly added: ReadonlySignal<number>;
  readonly told: Signal<readonly WallNotice[]>;
  /** Why the wall could not be read or written; null when it could. */
  readonly problem: ReadonlySignal<ServiceError | 'broken' | null>;
  readonly selected: Signal<Selected | null>;
  readonly hidesNames: Signal<boolean>;
  /** Reads what hangs there. */
  readonly load: () => Promise<void>;
  readonly add: (sources: readonly Source[]) => Promise<void>;
  readonly choose: (cell: readonly ShownResult[], id: string) => Promise<void>;
  readonly setApart: (result: ShownResult) => Promise<void>;
  /** Takes results off the wall; what comes back puts them there again and says why not, or null. Null where they stay. */
  readonly remove: (results: readonly ShownResult[]) => Promise<(() => Promise<ServiceError | null>) | null>;
  /** Nobody looks any more: what was brought is still kept, and then `then` is called. */
  readonly leave: (then: () => void) => void;
};

export type WallPorts = {
  readonly wall: WallApi;
  readonly files: Pick<FilesClient, 'readResults'>;
  /** What was read before, as long as the page lives: the same comes of it again. */
  readonly known: Map<string, ReadResult>;
  readonly now: () => number;
  readonly newId: () => string;
  /** Does work on the wall of a course while no other window, nor another part of this one, does any on it. */
  readonly alone: (course: string, work: () => Promise<void>) => Promise<void>;
};

/** So many files are read before the wall shows them: the first are there at once. */
const atOnce = 5;

type Hung = { readonly kept: KeptResult; readonly shown: ShownResult };

const textOf = (read: Exclude<ReadResult, { kind: 'refused' }>, given: string): string =>
  read.kind === 'code' ? given : JSON.stringify(read.result);

/** The wall of a course: what hangs there, read and played again. */
export function createWallState(course: CourseFile, ports: WallPorts): WallState {
  const hung = signal<readonly Hung[]>([]);
  const reading = signal<{ readonly done: number; readonly of: number } | null>(null);
  const added = signal(0);
  const told = signal<readonly WallNotice[]>([]);
  const problem = signal<ServiceError | 'broken' | null>(null);
  const selected = signal<Selected | null>(null);
  const hidesNames = signal(false);
  const nameOf = (person: number, name: string) => (hidesNames.value ? inventedName(person) : name);
  const lessons = new Set(course.lessons.map(({ id }) => id));
  let isLeft = false;
  /** One after the other: what comes meanwhile finds what came before. */
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch(() => {
      problem.value = 'broken';
    });
    return last.finally(() => {
      reading.value = null;
    });
  };
  const alone = (work: () => Promise<void>): Promise<void> => ports.alone(course.id, work);
  const put = (all: readonly Hung[]) => {
    const ids = new Set(all.map(({ kept }) => kept.id));
    hung.value = [...hung.peek().filter(({ kept }) => !ids.has(kept.id)), ...all];
  };
  const keyOf = ({ id }: KeptResult): string => `${course.id} ${String(course.revision)} ${id}`;
  const hang = (kept: KeptResult, read: ReadResult | undefined): Hung[] => {
    if (read === undefined) return [];
    ports.known.set(keyOf(kept), read);
    const shown = shownResult(kept, read, course);
    return shown === null ? [] : [{ kept, shown }];
  };
  /**
   * Shows what hangs there by now: another window may have changed it, or this one before somebody left and came back. `goesOn` hears
   * how many of those that are new here were read, and says whether the next are to be. What comes back is all that hangs there.
   */
  async function look(
    goesOn: (done: number, of: number) => boolean = () => true,
  ): Promise<readonly KeptResult[]> {
    const before = new Set(hung.peek().map(({ kept }) => kept.id));
    const all = await ports.wall.wall(course.id);
    const now = new Map(all.map((kept) => [kept.id, kept]));
    const more = all.filter(({ id }) => !before.has(id));
    batch(() => {
      // Only what was here before it was asked for: what was put back meanwhile stays.
      hung.value = hung.peek().flatMap(({ kept, shown }): Hung[] => {
        const next = now.get(kept.id) ?? (before.has(kept.id) ? null : kept);
        return next === null ? [] : [{ kept: next, shown: { ...shown, kept: next } }];
      });
      put(more.flatMap((kept) => hang(kept, ports.known.get(keyOf(kept)))));
    });
    const fresh = more.filter((kept) => !ports.known.has(keyOf(kept)));
    for (let n = 0; n < fresh.length && goesOn(n, fresh.length); n += 4 * atOnce) {
      const some = fresh.slice(n, n + 4 * atOnce);
      // A kept text is one result.
      const reads = await readEach(some.map(({ text }): Source => ({ kind: 'text', text })));
      put(some.flatMap((kept, index) => hang(kept, reads[index])));
    }
    return all;
  }
  async function keep(results: readonly KeptResult[]): Promise<boolean> {
    if (results.length > 0) problem.value = await ports.wall.keepResults(results);
    return problem.peek() === null;
  }
  /** Shows results with other numbers or choices, once they are kept so. */
  async function change(results: readonly KeptResult[]): Promise<void> {
    if (!(await keep(results))) return;
    const now = new Map(results.map((kept) => [kept.id, kept]));
    hung.value = hung.peek().map(({ kept, shown }) => {
      const next = now.get(kept.id) ?? kept;
      return { kept: next, shown: { ...shown, kept: next } };
    });
  }

  /** What can hang here of what was read; the rest is told. */
  const sorted = (found: readonly ReadResult[], text: string): readonly IncomingResult[] =>
    found.flatMap((one): IncomingResult[] => {
      const tell = (what: WallNotice) => {
        told.value = [...told.peek(), what];
        return [];
      };
      const { file } = one;
      if (one.kind === 'refused') return tell({ kind: 'refused', file, problems: one.problems });
      const of = one.kind === 'code' ? one.code : one.result;
      if (of.course !== course.id) return tell({ kind: 'elsewhere', file, course: of.course });
      if (!lessons.has(of.lesson)) return tell({ kind: 'noLesson', file, lesson: of.lesson });
      return [{ read: one, text: textOf(one, text) }];
    });

  /** What is in them. Where one takes too long it is told of that one, and the others are read without it. */
  async function readEach(sources: readonly Source[]): Promise<readonly ReadResult[]> {
    const together = await ports.files.readResults(sources, [course]);
    if (together !== null) return together;
    const [one, ...more] = sources;
    if (one === undefined) return [];
    if (more.length > 0) return (await inOrder(sources, (source) => readEach([source]))).flat();
    const file = one.kind === 'file' ? one.name : '';
    return [{ file, kind: 'refused', problems: [{ path: '', message: words.tooLong }] }];
  }

  /** Files are read together; a text alone, as it is kept as it stands. */
  async function read(sources: readonly Source[]): Promise<readonly IncomingResult[]> {
    const files = sources.filter(({ kind }) => kind === 'file');
    const ofFiles = files.length === 0 ? [] : await readEach(files);
    const coming = [...sorted(ofFiles, '')];
    for (const source of sources)
      if (source.kind !== 'file') coming.push(...sorted(await readEach([source]), source.text));
    return coming;
  }

  async function add(sources: readonly Source[]): Promise<void> {
    batch(() => {
      told.value = [];
      added.value = 0;
      problem.value = null;
      reading.value = { done: 0, of: sources.length };
    });
    let same = 0;
    for (let n = 0; n < sources.length; n += atOnce) {
      const some = sources.slice(n, n + atOnce);
      const coming = await read(some);
      await alone(async () => {
        const all = await look();
        const names = new Map(hung.peek().map(({ kept, shown }) => [kept.id, shown.name]));
        const hanging = all.map((kept) => ({ kept, name: names.get(kept.id) ?? null }));
        const taken = takeIn(course.id, hanging, coming, { now: ports.now(), newId: ports.newId });
        if (!(await keep(taken.added))) return;
        same += taken.same;
        const reads = new Map(coming.map(({ text, read }) => [text, read]));
        batch(() => {
          put(taken.added.flatMap((kept) => hang(kept, reads.get(kept.text))));
          added.value += taken.added.length;
          reading.value = { done: Math.min(sources.length, n + atOnce), of: sources.length };
        });
      });
      if (problem.peek() !== null) return;
    }
    if (same > 0) told.value = [...told.peek(), { kind: 'same', n: same }];
  }

  return {
    course,
    rows: computed(() =>
      rowsOf(
        course,
        hung.value.map(({ shown }) => shown),
        nameOf,
      ),
    ),
    reading,
    added,
    told,
    problem,
    selected,
    hidesNames,
    leave: (then) => {
      isLeft = true;
      void last.then(then);
    },
    load: () =>
      inTurn(async () => {
        await look((done, of) => {
          reading.value = { done, of };
          return !isLeft;
        });
      }),
    add: (sources) => inTurn(() => add(sources)),
    choose: (cell, id) =>
      inTurn(() =>
        alone(async () => {
          const ids = new Set(cell.map(({ kept }) => kept.id));
          const all = await look();
          await change(
            chooseOf(
              all.filter((kept) => ids.has(kept.id)),
              id,
            ),
          );
        }),
      ),
    setApart: (result) =>
      inTurn(() =>
        alone(async () => {
          const apart = setApart(await look(), result.kept);
          await change(apart);
          const person = apart[0]?.person;
          if (person !== undefined) selected.value = { person, lesson: result.lesson };
        }),
      ),
    remove: async (results) => {
      const ids = new Set(results.map(({ kept }) => kept.id));
      const gone = hung.peek().filter(({ kept }) => ids.has(kept.id));
      problem.value = await ports.wall.removeResults([...ids]);
      if (problem.peek() !== null) return null;
      hung.value = hung.peek().filter(({ kept }) => !ids.has(kept.id));
      return async () => {
        const why = await ports.wall.keepResults(gone.map(({ kept }) => kept));
        if (why === null) put(gone);
        return why;
      };
    },
  };
}

async function inOrder<T, U>(all: readonly T[], work: (one: T) => Promise<U>): Promise<readonly U[]> {
  const done: U[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
