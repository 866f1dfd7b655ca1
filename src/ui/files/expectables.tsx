import { useId } from 'preact/hooks';
import type { OpenedFile } from '../../protocol/files-api.ts';
import { countOf } from '../format.ts';
import { filesWords as words } from '../words/files-words.ts';

type ExpectablesProps = {
  readonly expectable: Extract<OpenedFile, { kind: 'foreign' }>['expectable'];
  readonly ticked: ReadonlySet<number>;
  readonly onTick: (ticked: ReadonlySet<number>) => void;
};

/** So many lines can be ticked one by one; all of them together. */
const most = 500;

/** What the bot said in another program, each line to be ticked where it is expected of the bot here. */
export function Expectables({ expectable, ticked, onTick }: ExpectablesProps) {
  const id = useId();
  if (expectable.length === 0) return null;
  const isAll = ticked.size === expectable.length;
  return (
    <section class="files-secrets" aria-labelledby={id}>
      <header>
        <h3 id={id}>{words.expectTitle}</h3>
        <span class="count">{countOf(expectable.length)}</span>
        <span class="push" />
        <button
          type="button"
          class="text-button"
          onClick={() => {
            onTick(new Set(isAll ? [] : expectable.keys()));
          }}
        >
          {isAll ? words.expectNone : words.expectAll}
        </button>
      </header>
      <ul>
        {expectable.slice(0, most).map(({ text, options, negated }, index) => (
          <li key={index}>
            <input
              type="checkbox"
              id={`${id}-${String(index)}`}
              checked={ticked.has(index)}
              onChange={(event) => {
                const next = new Set(ticked);
                if (event.currentTarget.checked) next.add(index);
                else next.delete(index);
                onTick(next);
              }}
            />
            <label for={`${id}-${String(index)}`} dir="auto">
              {negated ? `${words.expectNot} ` : ''}
              {text}
            </label>
            <span class="note" dir="auto">
              {options.join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p class="note">{words.expectHelp}</p>
    </section>
  );
}
