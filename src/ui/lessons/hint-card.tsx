import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { LessonText } from './lesson-text.tsx';
import { lessonWork } from './lesson-work.ts';

/** Hints, one more each time somebody asks; those that were shown stay. */
export function HintCard() {
  const { store } = useAppContext();
  const work = lessonWork(store);
  const lesson = work.lesson.value;
  const { hints = [] } = lesson ?? {};
  const shown = Math.min(work.progress.value?.hints ?? 0, hints.length);
  const of = store.workspace.value?.lesson;
  if (hints.length === 0 || of === undefined) return null;
  const more = async () => {
    await work.api.takeHint(of.course, of.lesson).catch(() => undefined);
    await work.read();
  };
  if (shown === 0)
    return (
      <p class="hint-ask">
        <button type="button" class="quiet" onClick={() => void more()}>
          <LaterIcon name="hint" size={16} /> {words.firstHint}
        </button>
        <span class="note">{words.hints(hints.length)}</span>
      </p>
    );
  return (
    <section class="hint-card" aria-live="polite">
      <header>
        <LaterIcon name="hint" size={16} />
        <h3>{words.hintOf(shown, hints.length)}</h3>
        <span class="push" />
        {shown < hints.length ? (
          <button type="button" class="text-link" onClick={() => void more()}>
            {words.oneMore}
          </button>
        ) : null}
      </header>
      {hints.slice(0, shown).map((hint, index) => (
        <LessonText key={index} source={hint} />
      ))}
    </section>
  );
}
