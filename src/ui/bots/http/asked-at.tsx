import { useSignal } from '@preact/signals';
import type { Waits } from '../../../protocol/debug-api.ts';
import { useShowOnStage, useStore, useWorld } from '../../context.ts';
import { scriptOf } from '../../names.ts';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { httpWords as words } from '../../words/http-words.ts';

/** So many lines are shown on either side. */
const around = 3;

/** The lines of the script around the one that calls, and the way into the debugger. */
export function AskedAt({ place }: { readonly place: NonNullable<Waits['place']> }) {
  const store = useStore();
  const show = useShowOnStage();
  const script = useWorld((world) => scriptOf(world, place.script));
  const refusal = useSignal('');
  if (script === undefined) return null;
  const lines = script.source.split('\n');
  const from = Math.max(0, place.line - 1 - around);
  const open = async () => {
    const { debuggingOf } = await import('../../debug/debugging.ts');
    show({ script: place.script, line: place.line, column: 1, bottom: 'script', pane: 'bots' });
    refusal.value = await debuggingOf(store).open({ kind: 'waiting' });
  };
  return (
    <section class="asked-at" aria-labelledby="asked-at-title">
      <header>
        <LaterIcon name="bot" />
        <h4 id="asked-at-title">{words.asked}</h4>
        <span class="note">{script.name}</span>
        <span class="push" />
        <button type="button" class="link" onClick={() => void open()}>
          {words.openDebugger}
        </button>
      </header>
      {refusal.value === '' ? null : <p class="refusal">{refusal.value}</p>}
      <ol class="mono" start={from + 1}>
        {lines.slice(from, place.line + around).map((line, at) => {
          const number = from + at + 1;
          return (
            <li key={number} {...(number === place.line ? { 'aria-current': 'true' } : {})}>
              <span class="asked-number" aria-hidden="true">
                {number}
              </span>
              <code>{line === '' ? ' ' : line}</code>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
