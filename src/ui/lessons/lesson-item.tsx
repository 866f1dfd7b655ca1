import { useEffect } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { hrefOf } from '../frame/router.ts';
import { checkMarks } from '../timeline/check-marks.ts';
import { momentOf } from '../timeline/steps.ts';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { lessonWork } from './lesson-work.ts';
import './lesson-item.css';

/**
 * In the status bar of a workspace that is somebody's work on a lesson: how far they are, and the way back to it. Where its text is out of sight, it says
 * what is to be done next.
 */
export function LessonItem() {
  const { store, router } = useAppContext();
  const work = lessonWork(store);
  useMarks();
  const of = store.workspace.value?.lesson;
  const opened = work.course.value;
  if (of === undefined || opened === undefined || opened === null) return null;
  const { lessons } = opened.course;
  const passed = opened.progress.filter(
    ({ lesson, passedAt }) => passedAt !== null && lessons.some(({ id }) => id === lesson),
  ).length;
  const checks = work.state.value?.checks ?? [];
  const next = checks[work.state.value?.next ?? -1];
  const at = lessons.findIndex(({ id }) => id === of.lesson);
  return (
    <a
      class={`bar-button lesson-item${router.path.value[0] === 'lessons' ? '' : ' elsewhere'}`}
      href={hrefOf(['lessons', of.course, of.lesson])}
      title={words.back}
    >
      <LaterIcon name="lessons" size={13} />
      <span class="lesson-item-done">{words.progress(passed, lessons.length)}</span>
      <span class="lesson-item-checks">
        {words.lesson(at + 1)}:{' '}
        {words.checksOf(checks.filter(({ state }) => state === 'passed').length, checks.length)}
        {next === undefined ? null : <span class="lesson-item-next"> · {next.name}</span>}
      </span>
    </a>
  );
}

/** Has the timeline mark the events at which checks passed. */
function useMarks(): void {
  const { store } = useAppContext();
  const state = lessonWork(store).state.value;
  const events = store.events.value;
  useEffect(() => {
    const seqs = new Map<number, string>();
    const moments = new Map<string, string>();
    const first = events[0]?.seq ?? 1;
    for (const [index, { state: one, seq }] of (state?.checks ?? []).entries()) {
      const event = seq === null ? undefined : events[seq - first];
      if (one !== 'passed' || event === undefined) continue;
      const mark = words.checkMark(index + 1);
      seqs.set(event.seq, joined(seqs.get(event.seq), mark));
      moments.set(momentOf(event), joined(moments.get(momentOf(event)), mark));
    }
    const before = checkMarks.peek();
    if (JSON.stringify([...before.seqs]) !== JSON.stringify([...seqs])) checkMarks.value = { seqs, moments };
  }, [state, events]);
}

const joined = (before: string | undefined, mark: string): string =>
  before === undefined ? mark : `${before}, ${mark}`;
