import { useSignal } from '@preact/signals';
import { useAppContext } from '../context.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { authorWords as words } from '../words/author-words.ts';
import { goalOf, withGoal, withStart } from './conversation-marks.ts';
import { conversationOf, openConversation } from './open-conversation.ts';
import { withLesson } from './course-edits.ts';
import type { PartProps } from './part-props.ts';
import { useAuthoring } from './use-author.ts';

/** Where a lesson is played, and the marks in what was played there. */
export function usePlaying({ course, lesson }: Pick<PartProps, 'course' | 'lesson'>) {
  const here = useAppContext();
  const { store } = here;
  const authoring = useAuthoring();
  const refusal = useSignal('');
  const busy = useSignal(false);
  const open = store.workspace.value;
  const isHere = open !== null && authoring.placeOf(course.id, lesson.id) === open.id;
  const shown = store.moment.value?.world.step ?? store.live.value?.world.step ?? 0;
  const kept = lesson.solution ?? lesson.seed;

  /** All that was played: in the workspace where that is open, else as the lesson has it. */
  const conversation = async (): Promise<ScenarioFile | null> =>
    isHere ? conversationOf(here, open.id) : kept;

  const once = async (work: () => Promise<string>) => {
    if (busy.peek()) return;
    busy.value = true;
    refusal.value = await work();
    busy.value = false;
  };

  const mark = (how: typeof withStart, at: number) =>
    once(async () => {
      const played = await conversation();
      if (played === null) return words.notRead;
      const hadGoal = goalOf(lesson) > 0;
      let hasGoal = hadGoal;
      // Read meanwhile: another course may be shown by now, with a lesson of the same address.
      const problem = await authoring.changeOf(course.id, (now) =>
        withLesson(now, lesson.id, (one) => {
          const marked = how(one, played, at);
          hasGoal = goalOf(marked) > 0;
          return marked;
        }),
      );
      return hadGoal && !hasGoal ? words.startMoved : problem;
    });

  return {
    isHere,
    name: open?.name ?? '',
    /** The step that is shown, and whether it is one of the past. */
    shown,
    isPast: store.moment.value !== null,
    /** How many steps the marks can be moved over. */
    all: isHere ? (store.live.value?.world.step ?? 0) : kept.steps.length,
    busy: busy.value,
    refusal: refusal.value,
    markStart: (at: number) => mark(withStart, at),
    markGoal: (at: number) => mark(withGoal, at),
    /** Makes a workspace of what was played, and goes on there. */
    openPlayed: () =>
      once(async () => {
        const made = await openConversation(here, kept, words.workspaceName(course.title, lesson.title));
        if ('problem' in made) return made.problem;
        authoring.keepPlace(course.id, lesson.id, made.workspace);
        return '';
      }),
    /** Plays the lesson in the open workspace from now on. */
    playHere: () => {
      if (open !== null) authoring.keepPlace(course.id, lesson.id, open.id);
      return mark(withStart, shown);
    },
  };
}
