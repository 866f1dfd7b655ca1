import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { authorWords as words } from '../words/author-words.ts';
import { beginsAs, goalOf } from './conversation-marks.ts';
import { withLesson } from './course-edits.ts';
import { conversationOf } from './open-conversation.ts';
import type { PartProps } from './part-props.ts';
import { useAuthoring } from './use-author.ts';

/** The solution of a lesson: what was played to its goal, or the conversation of another workspace that begins as it does. */
export function SolutionChoice({ course, lesson }: Pick<PartProps, 'course' | 'lesson'>) {
  const here = useAppContext();
  const { changeLesson, changeOf } = useAuthoring();
  const id = useId();
  const said = useSignal({ text: '', bad: false });
  const { solution } = lesson;
  const take = async (workspace: string) => {
    const name = here.store.workspaces.peek().find((one) => one.id === workspace)?.name ?? '';
    const file = await conversationOf(here, workspace);
    const fits = file !== null && beginsAs(lesson, file);
    // Read meanwhile: another course may be shown by now.
    const problem = !fits
      ? ''
      : await changeOf(course.id, (now) => withLesson(now, lesson.id, (one) => ({ ...one, solution: file })));
    said.value =
      file === null
        ? { text: words.notRead, bad: true }
        : fits
          ? { text: problem === '' ? words.solutionTaken(name) : problem, bad: problem !== '' }
          : { text: words.solutionOther(name), bad: true };
  };
  return (
    <section class="author-rules" data-solution>
      <h3>{words.solution}</h3>
      <p class="note">
        {solution === undefined ? words.solutionNone : words.solutionPlayed(goalOf(lesson) - lesson.start)}
      </p>
      <div class="author-field">
        <label for={id}>{words.solutionFrom}</label>
        <select
          id={id}
          value=""
          onChange={(event) => {
            void take(event.currentTarget.value);
            event.currentTarget.value = '';
          }}
        >
          <option value="">{words.solutionChoose}</option>
          {here.store.workspaces.value.map(({ id: workspace, name }) => (
            <option key={workspace} value={workspace}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <p class={said.value.bad ? 'refusal' : 'note'} role="status" hidden={said.value.text === ''}>
        {said.value.text}
      </p>
      {solution === undefined ? null : (
        <button
          type="button"
          class="plain author-add"
          onClick={() => {
            changeLesson(lesson.id, ({ solution: _, ...one }) => one);
          }}
        >
          {words.solutionRemove}
        </button>
      )}
    </section>
  );
}
