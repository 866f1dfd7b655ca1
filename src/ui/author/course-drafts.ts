import { signal, type ReadonlySignal } from '@preact/signals';
import type { CourseApi, CourseFile } from '../../protocol/course-api.ts';
import { sentence } from '../sentence.ts';
import { authorWords as words } from '../words/author-words.ts';
import { mergeCourse } from './merge-course.ts';

/** A course as it was on disk when it was read or kept last. */
type Base = { readonly course: CourseFile; readonly edits: number };

/** Courses in the making whose changes are on their way to the disk. */
export type CourseDrafts = {
  /** What is not on disk yet, by course: one that could not be put there stays, whichever course is shown next. */
  readonly unkept: ReadonlySignal<ReadonlyMap<string, CourseFile>>;
  /** Why a course is not on disk, in a sentence, by course. */
  readonly problems: ReadonlySignal<ReadonlyMap<string, string>>;
  /** What became of a course that two tabs have changed; '' for nothing. */
  readonly told: ReadonlySignal<string>;
  /** A course as the disk has it. */
  readonly read: (id: string) => Promise<CourseFile | undefined>;
  readonly put: (course: CourseFile) => void;
  /** Puts all on disk, one after the other, so that an older one never comes last; false when some could not be. */
  readonly keep: () => Promise<boolean>;
  readonly forget: () => void;
};

/**
 * What another tab has changed meanwhile is taken in; where both have changed the same thing, what came first stays, and what was made here is kept
 * beside it. `became` hears what a course is by now; null for one that was deleted, which stays so.
 */
export function courseDrafts(
  api: Pick<CourseApi, 'course' | 'keepDraft' | 'keepBeside'>,
  became: (id: string, course: CourseFile | null) => void,
): CourseDrafts {
  const unkept = signal<ReadonlyMap<string, CourseFile>>(new Map());
  const problems = signal<ReadonlyMap<string, string>>(new Map());
  const told = signal('');
  const bases = new Map<string, Base>();
  let saving = Promise.resolve(true);

  function put(course: CourseFile): void {
    unkept.value = new Map(unkept.peek()).set(course.id, course);
  }

  function drop(id: string): void {
    unkept.value = new Map([...unkept.peek()].filter(([other]) => other !== id));
  }

  /** '' once the course is on disk, or need not be; else why it is not. */
  async function keepOne(id: string): Promise<string> {
    for (let one = unkept.peek().get(id); one !== undefined; one = unkept.peek().get(id)) {
      const kept = await api.keepDraft(one, bases.get(id)?.edits ?? 0);
      if ('problem' in kept) return sentence(kept.problem.reason);
      if (kept.kind === 'kept') {
        bases.set(id, { course: one, edits: kept.edits });
        if (unkept.peek().get(id) === one) drop(id);
        return '';
      }
      if (kept.kind === 'gone') {
        drop(id);
        became(id, null);
        return '';
      }
      const why = await takeIn(id, kept);
      if (why !== '') return why;
    }
    return '';
  }

  async function takeIn(id: string, theirs: Base): Promise<string> {
    const mine = unkept.peek().get(id) ?? theirs.course;
    const merged = mergeCourse(bases.get(id)?.course ?? theirs.course, mine, theirs.course);
    if (merged === null) {
      const beside = await api.keepBeside(mine);
      if ('problem' in beside) return sentence(beside.problem.reason);
      told.value = words.keptBeside(beside.title);
      drop(id);
    } else {
      told.value = words.takenIn;
      put(merged);
    }
    bases.set(id, theirs);
    became(id, merged ?? theirs.course);
    return '';
  }

  async function keepAll(): Promise<boolean> {
    const failed = new Map<string, string>();
    for (const id of unkept.peek().keys()) {
      const why = await keepOne(id);
      if (why !== '') failed.set(id, why);
    }
    problems.value = failed;
    return failed.size === 0;
  }

  return {
    unkept,
    problems,
    told,
    async read(id) {
      const found = await api.course(id);
      if (found === null) return undefined;
      // What is on its way there was made of what was read before.
      if (!unkept.peek().has(id)) bases.set(id, { course: found.course, edits: found.edits });
      return found.course;
    },
    put,
    keep() {
      saving = saving.then(keepAll);
      return saving;
    },
    forget() {
      told.value = '';
    },
  };
}
