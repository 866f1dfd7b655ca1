import { useMemo } from 'preact/hooks';
import type { OpeningHours } from '../../engine/definition.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { hoursWords as words } from '../words/hours-words.ts';
import { suggestedTimes } from './suggested-times.ts';

type TryItProps = {
  readonly value: OpeningHours;
  readonly now: number;
  readonly onJump: (at: number) => void;
  readonly unsaved: boolean;
};

/** Moves the clock to where the hours show what they do. */
export function TryIt({ value, now, onJump, unsaved }: TryItProps) {
  const moments = useMemo(() => suggestedTimes(value, now), [value, now]);
  if (moments.length === 0) return null;
  return (
    <div class="hours-try">
      <LaterIcon name="clock" size={16} />
      <div>
        <p>
          <b>{words.tryIt}</b> {words.tryItHelp}
        </p>
        <p class="hours-moments">
          {moments.map(({ kind, at, label, help }) => (
            <button
              key={kind}
              type="button"
              class="plain small"
              title={help}
              onClick={() => {
                onJump(at);
              }}
            >
              {label}
            </button>
          ))}
        </p>
        {unsaved ? <p class="note">{words.tryItSaves}</p> : null}
      </div>
    </div>
  );
}
