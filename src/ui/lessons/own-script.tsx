import { useSignal } from '@preact/signals';
import { useAppContext, useWorld } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { BothTexts } from '../edits/both-texts.tsx';
import { scriptOf } from '../names.ts';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { lessonWork } from './lesson-work.ts';
import './own-script.css';

/** Over a script of a lesson: that it is one's own copy by now, and how it differs from the one that the lesson gave. */
export function OwnScript({ script: id, locked }: { readonly script: number; readonly locked: boolean }) {
  const { store } = useAppContext();
  const isShown = useSignal(false);
  const lesson = lessonWork(store).lesson.value;
  const script = useWorld((world) => scriptOf(world, id));
  const given = (lesson?.seed.world.folders ?? [])
    .flatMap(({ scripts = [] }) => scripts)
    .find((one) => one.id === id);
  if (locked)
    return (
      <p class="own-script">
        <LaterIcon name="lock" /> <span>{words.locked}</span>
      </p>
    );
  if (script === undefined || given === undefined || given.source === script.source) return null;
  return (
    <p class="own-script">
      <span class="own-mark">{words.yourCopy}</span>
      <span class="push" />
      <button
        type="button"
        class="quiet small"
        onClick={() => {
          isShown.value = true;
        }}
      >
        {words.compareOriginal}
      </button>
      {isShown.value ? (
        <Dialog
          icon="compare"
          title={script.name}
          {...(lesson === null ? {} : { about: lesson.title })}
          onClose={() => {
            isShown.value = false;
          }}
        >
          <BothTexts
            theirs={given.source ?? ''}
            mine={script.source}
            said={{ theirs: words.original, mine: words.yours }}
          />
        </Dialog>
      ) : null}
    </p>
  );
}
