import { useRef } from 'preact/hooks';
import type { Cast } from '../checks/cast.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { authorWords as words } from '../words/author-words.ts';
import { CheckFields } from './check-fields.tsx';
import { freshForm, mostForms, type CheckForm } from './check-form.ts';

type SequenceProps = {
  readonly forms: readonly CheckForm[];
  readonly cast: Cast;
  readonly onChange: (forms: readonly CheckForm[]) => void;
};

/** What a check waits for: one thing, or several, of which each has to come after the one before. */
export function CheckSequence({ forms, cast, onChange }: SequenceProps) {
  const list = useRef<HTMLOListElement>(null);
  const one = (form: CheckForm, at: number) => (
    <CheckFields
      form={form}
      cast={cast}
      onChange={(now) => {
        onChange(forms.with(at, now));
      }}
    />
  );
  const add = () => {
    onChange([...forms, { ...freshForm, session: forms.at(-1)?.session ?? freshForm.session }]);
    // The new one is written next; it is there once this is drawn.
    setTimeout(() => list.current?.querySelector<HTMLSelectElement>('li:last-child select')?.focus());
  };
  const [only] = forms;
  return (
    <>
      {only !== undefined && forms.length === 1 ? (
        one(only, 0)
      ) : (
        <ol class="author-sequence" ref={list} aria-label={words.inThisOrder}>
          {forms.map((form, at) => (
            <li key={at}>
              <div class="author-sequence-head">
                <span>{at === 0 ? words.first : words.then}</span>
                <button
                  type="button"
                  class="quiet icon-button small"
                  aria-label={words.removeThing(at + 1)}
                  title={words.removeThing(at + 1)}
                  onClick={() => {
                    onChange(forms.toSpliced(at, 1));
                  }}
                >
                  <LaterIcon name="close" />
                </button>
              </div>
              {one(form, at)}
            </li>
          ))}
        </ol>
      )}
      {forms.length >= mostForms ? null : (
        <button type="button" class="quiet author-then" onClick={add}>
          <LaterIcon name="plus" /> {words.thenAlso}
        </button>
      )}
    </>
  );
}
