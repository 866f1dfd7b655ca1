import { batch, computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type {
  CourseApi,
  Lesson,
  LessonProgress,
  LessonState,
  OpenedCourse,
} from '../../protocol/course-api.ts';
import { shownTime } from '../store/shown-time.ts';
import type { Store } from '../store/store.ts';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { coursesOf } from './courses.ts';
import { guardOf } from './locks.ts';

/** What came in quick succession is judged at once, in milliseconds. */
const restBefore = 60;
/** A check with a time of its own passes or fails by the clock alone: it is asked about again so often. */
const askEvery = 2000;

/** The lesson that the open workspace is somebody's work on, and how it stands. */
export type LessonWork = {
  readonly api: CourseApi;
  /** Null for a workspace of no lesson, or of a course that is not there; undefined until it is read. */
  readonly course: ReadonlySignal<OpenedCourse | null | undefined>;
  readonly lesson: ReadonlySignal<Lesson | null>;
  readonly progress: ReadonlySignal<LessonProgress | null>;
  readonly state: ReadonlySignal<LessonState | null>;
  /** The checks that passed since the lesson was opened here: they are new to whoever looks. */
  readonly fresh: ReadonlySignal<ReadonlySet<string>>;
  /** What a screen reader says of it. */
  readonly said: ReadonlySignal<string>;
  /** Judges anew; says how it stands where somebody asked. */
  readonly judge: (isAsked?: boolean) => Promise<void>;
  /** Reads the course and how far one is in it. */
  readonly read: () => Promise<void>;
};

function createWork(store: Store): LessonWork {
  const api = coursesOf(store.engine);
  const course = signal<OpenedCourse | null | undefined>(undefined);
  const state = signal<LessonState | null>(null);
  const fresh = signal<ReadonlySet<string>>(new Set());
  const said = signal('');
  const of = computed(() => store.workspace.value?.lesson ?? null);
  const lesson = computed(
    () => course.value?.course.lessons.find(({ id }) => id === of.value?.lesson) ?? null,
  );
  const progress = computed(
    () => course.value?.progress.find((one) => one.lesson === of.value?.lesson) ?? null,
  );

  const read = async () => {
    const id = of.peek()?.course;
    const found = id === undefined ? null : await api.course(id);
    if (id === of.peek()?.course) course.value = found;
  };

  /** The last event when the checks were judged last. */
  let judged = -1;
  /** One after the other: what is told late is of what came late. */
  let turn = Promise.resolve();
  function judge(isAsked = false): Promise<void> {
    turn = turn.then(() => judgeNow(isAsked));
    return turn;
  }

  async function judgeNow(isAsked: boolean): Promise<void> {
    const workspace = store.workspace.peek()?.id ?? '';
    if (of.peek() === null) return;
    const seq = store.live.peek()?.world.seq ?? 0;
    const clock = shownTime(store.anchor.peek(), store.clock.peek(), performance.now());
    const now = await api.lessonState(workspace, clock);
    if (now === null || store.workspace.peek()?.id !== workspace) return;
    const before = state.peek();
    state.value = now;
    const passed = now.checks.filter(({ state: one }) => one === 'passed');
    const news =
      before === null
        ? []
        : passed.filter(({ name }) =>
            before.checks.some((one) => one.name === name && one.state !== 'passed'),
          );
    // Passed by the clock alone: the log has to come to that moment, so that whoever replays it finds the same.
    if (news.length > 0 && seq === judged && store.moment.peek() === null)
      void store.dispatch({ type: 'clock.advances', by: 0 });
    judged = seq;
    if (news.length > 0) {
      fresh.value = new Set([...fresh.peek(), ...news.map(({ name }) => name)]);
      await read();
    }
    const sentences = news.map(({ name }) =>
      words.checkPassed(now.checks.findIndex((one) => one.name === name) + 1, name),
    );
    if (news.length > 0 && now.isPassed) sentences.push(words.lessonPassedHint);
    if (isAsked) {
      const next = now.checks[now.next ?? -1]?.name ?? '';
      said.value = '';
      said.value = words.checked(passed.length, now.checks.length, next);
    } else if (sentences.length > 0) said.value = sentences.join('. ');
  }

  let shown = '';
  effect(() => {
    const { id = '', lesson: now } = store.workspace.value ?? {};
    if (id === shown) return;
    shown = id;
    untracked(() => {
      batch(() => {
        state.value = null;
        fresh.value = new Set();
        said.value = '';
        if (now?.course !== course.peek()?.course.id) course.value = undefined;
      });
      void read().then(() => judge());
    });
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = -1;
  effect(() => {
    const seq = store.live.value?.world.seq ?? -1;
    if (of.value === null || seq === seen) return;
    seen = seq;
    clearTimeout(timer);
    timer = setTimeout(() => void judge(), restBefore);
  });

  const isTimed = computed(
    () =>
      lesson.value?.checks.some(
        ({ within, expect }) => within !== undefined || /"(?:within|no)":/.test(JSON.stringify(expect)),
      ) === true,
  );
  effect(() => {
    const now = lesson.value;
    store.guard.value = now === null ? null : guardOf(now);
  });

  let asking: ReturnType<typeof setInterval> | undefined;
  effect(() => {
    const isDue = isTimed.value && !store.clock.value.paused && state.value?.isPassed !== true;
    clearInterval(asking);
    if (isDue) asking = setInterval(() => void judge(), askEvery);
  });

  return { api, course, lesson, progress, state, fresh, said, judge, read };
}

const works = new WeakMap<Store, LessonWork>();

/** That of a window: one, however many parts of it draw it. */
export function lessonWork(store: Store): LessonWork {
  const work = works.get(store) ?? createWork(store);
  works.set(store, work);
  return work;
}
