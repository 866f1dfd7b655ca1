import type { Waits } from '../../protocol/debug-api.ts';
import { useShowOnStage, useWorld } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { standingWords as words } from '../words/waiting-step-words.ts';
import { whoWaits } from './what-waits.ts';
import './standing.css';

/** In the status bar while a step waits: which, leading to where it stands; and the key that lets it go on. */
export function StandingItem({ waits }: { readonly waits: Waits }) {
  const show = useShowOnStage();
  const who = useWorld((world) => whoWaits(world, waits));
  const { place, step } = waits;
  return (
    <>
      <button
        type="button"
        class="bar-button standing-item"
        onClick={() => {
          const there = place === null ? {} : { script: place.script, line: place.line, column: 1 };
          show({ ...there, bottom: 'script', pane: 'bots' });
        }}
      >
        <LaterIcon name="debug" size={13} />
        {who === '' ? words.debugging(step) : words.debuggingOf(who, step)}
      </button>
      <span class="bar-item bar-extra">{words.keys}</span>
    </>
  );
}
