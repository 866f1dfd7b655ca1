import type { Check } from '../../protocol/course-api.ts';
import type { Cast } from '../checks/cast.ts';
import { checkSentence } from '../checks/check-text.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { authorWords as words } from '../words/author-words.ts';
import { Act } from './lesson-rows.tsx';

type CheckRowProps = {
  readonly check: Check;
  readonly cast: Cast;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
};

/** A check as its trainee reads it, and under it what it waits for where its name says something else. */
export function CheckRow({ check, cast, isFirst, isLast, onEdit, onMove, onRemove }: CheckRowProps) {
  const { name } = check;
  const sentence = checkSentence(check, cast);
  return (
    <div class="author-check">
      <LaterIcon name="start" size={16} />
      <button type="button" class="author-check-said" aria-label={words.change(name)} onClick={onEdit}>
        <span dir="auto">{name}</span>
        {sentence === name ? null : (
          <span class="note" dir="auto">
            {sentence}
          </span>
        )}
      </button>
      <span class="author-row-acts">
        <Act
          icon="up"
          label={words.checkUp(name)}
          isOff={isFirst}
          onClick={() => {
            onMove(-1);
          }}
        />
        <Act
          icon="down"
          label={words.checkDown(name)}
          isOff={isLast}
          onClick={() => {
            onMove(1);
          }}
        />
        <Act icon="delete" label={words.remove(name)} onClick={onRemove} />
      </span>
    </div>
  );
}
