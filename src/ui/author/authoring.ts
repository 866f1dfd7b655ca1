import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { CourseFile, Lesson } from '../../protocol/course-api.ts';
import type { BrowserStorage } from '../browser-storage.ts';
import { coursesOf } from '../lessons/courses.ts';
import type { Store } from '../store/store.ts';
import { authorWords as words } from '../words/author-words.ts';
import { courseDrafts } from './course-drafts.ts';
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
  /** Whether something is not on disk yet; and which course could not be put there and why, in a sentence. */
  readonly keeping: ReadonlySignal<{
    readonly isBehind: boolean;
    readonly problem: string;
    /** What became of it where another tab has changed it, too; '' for nothing. */
    readonly told: string;
  }>;
  /** Reads a course: the open one too, as it may be another one by now. */
  readonly open: (id: string) => Promise<void>;
  readonly change: (change: (course: CourseFile) => CourseFile) => void;
  readonly changeLesson: (id: string, change: (lesson: Lesson) => Lesson) => void;
  /** Changes a course that need not be the one that is shown, and puts it on disk: '' for done, else why not, in a sentence. */
  readonly changeOf: (id: string, change: (course: CourseFile) => CourseFile) => Promise<string>;
  /** Puts on disk what is not there yet; false when some of it could not be, which is tried again the next time. */
  readonly flush: () => Promise<boolean>;
  /** The workspace in which a lesson is played on this computer. */
  readonly placeOf: (course: string, lesson: string) => string | null;
  readonly keepPlace: (course: string, lesson: string, workspace: string) => void;
  /** The lesson that is looked at: its workspace was opened when somebody came, and not again when they go elsewhere from there. */
  readonly entered: { lesson: string };
};

function createAuthoring(store: Store, { local }: Pick<BrowserStorage, 'local'>): Authoring {
  const course = signal<Shown>('reading');
  const drafts = courseDrafts(coursesOf(store.engine), (id, now) => {
    if (shown(id) !== undefined) course.value = now ?? 'lost';
    if (now === null && opened === id) opened = '';
  });
  let changes = 0;
  let opened = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): Promise<boolean> {
    clearTimeout(timer);
    return drafts.keep();
  }

  function shown(id: string): CourseFile | undefined {
    const now = course.peek();
    return typeof now !== 'string' && now.id === id ? now : undefined;
  }

  function put(before: CourseFile, now: CourseFile): void {
    if (now === before) return;
    void noteFirst(local, before);
    changes += 1;
    drafts.put(now);
    if (shown(now.id) !== undefined) course.value = now;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), quiet);
  }

  function change(how: (course: CourseFile) => CourseFile): void {
    const before = course.peek();
    if (typeof before !== 'string') put(before, how(before));
  }

  async function changeOf(id: string, how: (course: CourseFile) => CourseFile): Promise<string> {
    const here = () => shown(id) ?? drafts.unkept.peek().get(id);
    const read = here() ?? (await drafts.read(id));
    const before = here() ?? read;
    if (before === undefined) return words.lost;
    put(before, how(before));
    await flush();
    return problem(id);
  }

  async function open(id: string): Promise<void> {
    await flush();
    if (opened !== id) {
      course.value = 'reading';
      drafts.forget();
    }
    opened = id;
    // What was changed while it was read is newer than what was read.
    let found;
    let seen;
    do {
      seen = changes;
      found = await drafts.read(id);
      if (opened !== id) return;
    } while (seen !== changes && !drafts.unkept.peek().has(id));
    const now = drafts.unkept.peek().get(id) ?? found ?? 'lost';
    if (now === 'lost') opened = '';
    // One that is as it was is drawn anew for nothing.
    if (JSON.stringify(now) !== JSON.stringify(course.peek())) course.value = now;
  }

  /** Why the course is not on disk; '' where that did not fail. */
  function problem(id: string): string {
    const why = drafts.problems.value.get(id);
    if (why === undefined) return '';
    const { title } = drafts.unkept.value.get(id) ?? { title: '' };
    return shown(id) === undefined ? words.otherNotKept(title, why) : words.notKept(why);
  }

  /** Of the course that is shown, else of another one. */
  function firstProblem(): string {
    const now = course.value;
    const own = typeof now === 'string' ? '' : problem(now.id);
    const [other] = drafts.problems.value.keys();
    return own === '' && other !== undefined ? problem(other) : own;
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
  // Another tab may have gone on with it meanwhile.
  addEventListener('focus', () => {
    if (opened !== '') void open(opened);
  });
  return {
    course,
    keeping: computed(() => ({
      isBehind: drafts.unkept.value.size > 0,
      problem: firstProblem(),
      told: drafts.told.value,
    })),
    open,
    change,
    changeLesson: (id, how) => {
      change((now) => withLesson(now, id, how));
    },
    changeOf,
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
export function authoringOf(store: Store, keepers: Pick<BrowserStorage, 'local'>): Authoring {
  const found = all.get(store) ?? createAuthoring(store, keepers);
  all.set(store, found);
  return found;
}
