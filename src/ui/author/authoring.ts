import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { CourseFile, Lesson } from '../../protocol/course-api.ts';
import type { Keepers } from '../keepers.ts';
import { coursesOf } from '../lessons/courses.ts';
import { sentence } from '../sentence.ts';
import type { Store } from '../store/store.ts';
import { withLesson } from './course-edits.ts';
import { noteFirst } from './saved-revision.ts';

/** The course in the making, or where it stands. */
export type Shown = CourseFile | 'reading' | 'lost';

/** A change waits so long for the next one before it is put on disk, in milliseconds. */
const quiet = 300;

const placesKept = 'rehearsal.author.places';

/** The course that somebody makes, changed at once and kept a moment later; one for a window. */
export type Authoring = {
  readonly course: ReadonlySignal<Shown>;
  /** What is not on disk yet; or why it could not be put there, in words. */
  readonly keeping: ReadonlySignal<{ readonly isBehind: boolean; readonly problem: string }>;
  /** Reads a course: the open one too, as it may be another one by now. */
  readonly open: (id: string) => Promise<void>;
  readonly change: (change: (course: CourseFile) => CourseFile) => void;
  readonly changeLesson: (id: string, change: (lesson: Lesson) => Lesson) => void;
  /** Puts on disk what is not there yet; false when that failed. */
  readonly flush: () => Promise<boolean>;
  /** The workspace in which a lesson is played on this computer. */
  readonly placeOf: (course: string, lesson: string) => string | null;
  readonly keepPlace: (course: string, lesson: string, workspace: string) => void;
  /** The lesson that is looked at: its workspace was opened when somebody came, and not again when they go elsewhere from there. */
  readonly entered: { lesson: string };
};

function createAuthoring(store: Store, { local }: Pick<Keepers, 'local'>): Authoring {
  const courses = coursesOf(store.engine);
  const course = signal<Shown>('reading');
  const behind = signal(0);
  const problem = signal('');
  let opened = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving = Promise.resolve(true);

  async function keep(): Promise<boolean> {
    const now = course.peek();
    const upTo = behind.peek();
    if (upTo === 0 || typeof now === 'string') return true;
    const kept = await courses.keepCourse(now, 'draft');
    const why = 'problem' in kept ? sentence(kept.problem.reason) : '';
    problem.value = why;
    if (why === '') behind.value -= upTo;
    return why === '';
  }

  /** One after the other, so that an older one never comes last. */
  function flush(): Promise<boolean> {
    clearTimeout(timer);
    saving = saving.then(keep);
    return saving;
  }

  function change(how: (course: CourseFile) => CourseFile): void {
    const before = course.peek();
    if (typeof before === 'string') return;
    const now = how(before);
    if (now === before) return;
    void noteFirst(local, before);
    course.value = now;
    behind.value += 1;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), quiet);
  }

  async function open(id: string): Promise<void> {
    await flush();
    if (opened !== id) course.value = 'reading';
    opened = id;
    const found = await courses.course(id);
    // What was changed while it was read is newer; and one that is as it was is drawn anew for nothing.
    if (opened !== id || behind.peek() > 0) return;
    if (JSON.stringify(found?.course) === JSON.stringify(course.peek())) return;
    behind.value = 0;
    problem.value = '';
    course.value = found?.course ?? 'lost';
    if (found === null) opened = '';
  }

  const places = (): Record<string, string> => {
    try {
      const read: unknown = JSON.parse(local?.getItem(placesKept) ?? '{}');
      return typeof read === 'object' && read !== null ? (read as Record<string, string>) : {};
    } catch {
      return {};
    }
  };
  addEventListener('pagehide', () => void flush());
  return {
    course,
    keeping: computed(() => ({ isBehind: behind.value > 0, problem: problem.value })),
    open,
    change,
    changeLesson: (id, how) => {
      change((now) => withLesson(now, id, how));
    },
    flush,
    placeOf: (of, lesson) => {
      const place: unknown = places()[`${of}/${lesson}`];
      return typeof place === 'string' ? place : null;
    },
    keepPlace: (of, lesson, workspace) => {
      try {
        local?.setItem(placesKept, JSON.stringify({ ...places(), [`${of}/${lesson}`]: workspace }));
      } catch {
        // The lesson holds what was played: it is opened anew from there.
      }
    },
    entered: { lesson: '' },
  };
}

const all = new WeakMap<Store, Authoring>();

/** What is made in a window: one for all who show it. */
export function authoringOf(store: Store, keepers: Pick<Keepers, 'local'>): Authoring {
  const found = all.get(store) ?? createAuthoring(store, keepers);
  all.set(store, found);
  return found;
}
