import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Hand } from '../../protocol/debug-api.ts';
import { useStore } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { standingWords as words } from '../words/waiting-step-words.ts';
import './standing.css';

/** What was changed in a step by hand, as it is saved with it: variables, answers of the network, and where it was stopped. */
export function HandWork({ step }: { readonly step: number }) {
  const store = useStore();
  const hand = useSignal<Hand>({});
  const workspace = store.workspace.value?.id ?? '';
  useEffect(() => {
    let isOver = false;
    hand.value = {};
    void store.engine.handOf(workspace, step).then((found) => {
      if (!isOver) hand.value = found;
    });
    return () => {
      isOver = true;
    };
  }, [store, workspace, step, hand]);
  const { edits = [], answers = [], stoppedAt } = hand.value;
  const lines = [
    ...edits.map(({ statement, variable, value }) => words.edited(variable, value, statement)),
    ...answers.map(({ method, url }) => words.answered(method, url)),
    ...(stoppedAt === undefined ? [] : [words.stoppedAt(stoppedAt)]),
  ];
  if (lines.length === 0) return null;
  return (
    <section class="hand-work" aria-label={words.byHand}>
      <h4>
        <LaterIcon name="hand" size={13} /> {words.byHand}
      </h4>
      <ul>
        {lines.map((line, n) => (
          <li key={n} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
