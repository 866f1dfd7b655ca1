import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { BothDialog } from './both-dialog.tsx';
import { meanwhileWords } from '../words/meanwhile-words.ts';
import './meanwhile.css';

type ChangedMeanwhileProps = {
  /** What it is about, as a sentence begins. */
  readonly what: string;
  readonly mine: string;
  /** What is stored now; null is nothing any more. */
  readonly theirs: string | null;
  /** Saves what was written in the place of theirs. */
  readonly onKeep: () => void;
  /** Forgets what was written. */
  readonly onTake: () => void;
  /** How often somebody tried to save all the same: each time the question gets the focus. */
  readonly asked: number;
};

/** Something else is stored than what somebody began to write over: both are there, and nothing is overwritten unasked. */
export function ChangedMeanwhile(props: ChangedMeanwhileProps) {
  const { what, mine, theirs, onKeep, onTake, asked } = props;
  const said = meanwhileWords;
  const shown = useSignal(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked > 0) first.current?.focus();
  }, [asked]);
  return (
    <div class="meanwhile">
      <div class="meanwhile-bar">
        <p role="alert">{theirs === null ? said.gone(what) : said.changed(what)}</p>
        <span class="meanwhile-buttons">
          {theirs === null ? null : (
            <button
              ref={first}
              type="button"
              class="plain small"
              aria-haspopup="dialog"
              onClick={() => {
                shown.value = true;
              }}
            >
              {said.both}
            </button>
          )}
          <button
            ref={theirs === null ? first : null}
            type="button"
            class="plain small"
            title={said.keepHint}
            onClick={onKeep}
          >
            {theirs === null ? said.putBack : said.keep}
          </button>
          <button
            type="button"
            class="plain small"
            title={theirs === null ? said.letGoHint : said.takeHint}
            onClick={onTake}
          >
            {theirs === null ? said.letGo : said.take}
          </button>
        </span>
      </div>
      {shown.value && theirs !== null ? (
        <BothDialog
          what={what}
          theirs={theirs}
          mine={mine}
          onKeep={onKeep}
          onTake={onTake}
          onClose={() => {
            shown.value = false;
          }}
        />
      ) : null}
    </div>
  );
}
