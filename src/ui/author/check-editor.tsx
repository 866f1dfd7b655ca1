import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Check } from '../../protocol/course-api.ts';
import type { Cast } from '../checks/cast.ts';
import { checkSentence, spanText } from '../checks/check-text.ts';
import { authorWords as words } from '../words/author-words.ts';
import { allExpected, formsOf, freshForm } from './check-form.ts';
import { CheckSequence } from './check-sequence.tsx';

type CheckEditorProps = {
  /** Null for one that is being made. */
  readonly check: Check | null;
  readonly cast: Cast;
  /** Names of the checks before it, from which it can count. */
  readonly earlier: readonly string[];
  readonly onDone: (check: Check) => void;
  readonly onCancel: () => void;
};

const spans = ['', '10s', '30s', '1m', '2m', '5m', '10m', '30m', '1h'];

/** The plain form of a check: its name, what it waits for, from when on and how long. */
export function CheckEditor({ check, cast, earlier, onDone, onCancel }: CheckEditorProps) {
  const id = useId();
  const first = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const forms = useSignal(check === null ? [freshForm] : formsOf(check.expect));
  // A name that only says what the check waits for follows it.
  const isOwn = check !== null && check.name !== checkSentence(check, cast);
  const name = useSignal(isOwn ? check.name : '');
  const within = useSignal(check?.within ?? '');
  const from = useSignal(check?.from ?? '');
  useEffect(() => {
    first.current?.focus();
  }, []);
  const expect = forms.value === null ? (check?.expect ?? []) : allExpected(forms.value);
  const sentence = checkSentence(
    {
      expect,
      ...(from.value === '' ? {} : { from: from.value }),
      ...(within.value === '' ? {} : { within: within.value }),
    },
    cast,
  );
  /** Until somebody names it, it is called what it says. */
  const called = name.value.trim() === '' ? sentence : name.value.trim();
  const offered = within.value === '' || spans.includes(within.value) ? spans : [...spans, within.value];
  return (
    <form
      class="author-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onDone({
          name: called,
          expect,
          ...(from.value === '' ? {} : { from: from.value }),
          ...(within.value === '' ? {} : { within: within.value }),
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {forms.value === null ? (
        <p class="note">{words.whatFixed}</p>
      ) : (
        <CheckSequence
          forms={forms.value}
          cast={cast}
          onChange={(now) => {
            forms.value = now;
          }}
        />
      )}
      <div class="author-pair">
        <div class="author-field">
          <label for={`${id}-within`}>{words.within}</label>
          <select
            id={`${id}-within`}
            value={within.value}
            onChange={(event) => {
              within.value = event.currentTarget.value;
            }}
          >
            {offered.map((span) => (
              <option key={span} value={span}>
                {span === '' ? words.anyTime : spanText(span)}
              </option>
            ))}
          </select>
        </div>
        <div class="author-field">
          <label for={`${id}-from`}>{words.afterCheck}</label>
          <select
            id={`${id}-from`}
            value={from.value}
            onChange={(event) => {
              from.value = event.currentTarget.value;
            }}
          >
            <option value="">{words.sinceStart}</option>
            {earlier.map((one) => (
              <option key={one} value={one}>
                {words.sinceCheck(one)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div class="author-field">
        <label for={`${id}-name`}>{words.checkName}</label>
        <input
          ref={first}
          id={`${id}-name`}
          dir="auto"
          maxLength={200}
          value={name.value}
          placeholder={sentence}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </div>
      {name.value.trim() === '' || name.value.trim() === sentence ? null : (
        <p class="author-reads note" dir="auto">
          {words.waitsFor(sentence)}
        </p>
      )}
      <div class="author-editor-acts">
        <button type="button" class="quiet" onClick={onCancel}>
          {words.cancel}
        </button>
        <button type="submit" class="primary">
          {check === null ? words.addCheck : words.done}
        </button>
      </div>
    </form>
  );
}
