import { useSignal } from '@preact/signals';
import type { CourseFile } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { samples } from '../top-bar/samples.ts';
import { authorWords as words } from '../words/author-words.ts';
import { beginLesson, type Beginning } from './begin-lesson.ts';
import { useAuthoring } from './use-author.ts';

/** A menu of what a new lesson can begin with. */
export function NewLesson({ course }: { readonly course: CourseFile }) {
  const here = useAppContext();
  const authoring = useAuthoring();
  const busy = useSignal(false);
  const refusal = useSignal('');
  const begin = async (beginning: Beginning) => {
    if (busy.peek()) return;
    busy.value = true;
    refusal.value = await beginLesson(here, authoring, course, beginning);
    busy.value = false;
  };
  const last = course.lessons.at(-1);
  const item = (beginning: Beginning, label: string, hint: string, close: () => void) => (
    <MenuItem
      key={label}
      hint={hint}
      onChoose={() => {
        close();
        void begin(beginning);
      }}
    >
      {label}
    </MenuItem>
  );
  return (
    <>
      <Popover
        label={
          <>
            <LaterIcon name="plus" /> {busy.value ? words.opening : words.newLesson}
          </>
        }
        name={words.newLesson}
        class={last === undefined ? 'primary' : 'plain'}
        disabled={busy.value}
      >
        {(close) => (
          <>
            {last === undefined
              ? null
              : item(
                  { kind: 'lesson', lesson: last },
                  words.lessonBefore(last.title),
                  words.lessonBeforeHint,
                  close,
                )}
            {item(
              { kind: 'open' },
              words.thisWorkspace(here.store.workspace.value?.name ?? ''),
              words.thisWorkspaceHint,
              close,
            )}
            <p class="menu-title" role="presentation">
              {words.samples}
            </p>
            {samples.map(([file, name, shows]) => item({ kind: 'sample', file }, name, shows, close))}
          </>
        )}
      </Popover>
      {refusal.value === '' ? null : (
        <p class="refusal" role="alert">
          {refusal.value}
        </p>
      )}
    </>
  );
}
