import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useStore } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { debriefWords as words } from '../words/debrief-words.ts';
import { longestLine, rubricOf } from './rubric-lines.ts';

/** The trainer's own lines to tick. */
export function Rubric({ agent }: { readonly agent: number }) {
  const store = useStore();
  const rubric = useMemo(() => rubricOf(store, agent), [store, agent]);
  const text = useSignal('');
  const lines = rubric.lines.value;
  const add = () => {
    rubric.add(text.value);
    text.value = '';
  };
  return (
    <section class="card debrief-rubric" aria-labelledby="debrief-rubric">
      <h3 id="debrief-rubric">{words.rubric}</h3>
      <p class="note">{words.rubricHelp}</p>
      <ul>
        {lines.map(({ text: line, ticked }) => (
          <li key={line}>
            <label>
              <input
                type="checkbox"
                checked={ticked}
                onChange={(event) => {
                  rubric.tick(line, event.currentTarget.checked);
                }}
              />
              <span dir="auto">{line}</span>
            </label>
            <button
              type="button"
              class="quiet icon-button small"
              aria-label={words.removeLine(line)}
              title={words.removeLine(line)}
              onClick={() => {
                rubric.remove(line);
              }}
            >
              <LaterIcon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {lines.length > 0 ? null : (
        <button
          type="button"
          class="plain"
          onClick={() => {
            rubric.add(...words.examples);
          }}
        >
          {words.useExamples}
        </button>
      )}
      <form
        class="debrief-new"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          aria-label={words.line}
          placeholder={words.line}
          maxLength={longestLine}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="plain" aria-disabled={text.value.trim() === ''}>
          <LaterIcon name="plus" /> {words.addLine}
        </button>
      </form>
    </section>
  );
}
