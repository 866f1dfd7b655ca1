import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { botWords } from '../bot-words.ts';
import { bodyProblem, type MockProblem, type ResponseDraft } from './mock-draft.ts';

type ResponseProps = {
  readonly title: string;
  readonly response: ResponseDraft;
  /** What keeps it from being saved; the field is led to. */
  readonly wrong: MockProblem | null;
  readonly onChange: (part: Partial<ResponseDraft>) => void;
  readonly children: ComponentChildren;
};

/** One answer of a mock: how it comes, and what it says. */
export function MockAnswer({ title, response, wrong, onChange, children }: ResponseProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const id = useId();
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [wrong]);
  const at = (field: keyof ResponseDraft) =>
    wrong?.at === field ? { 'aria-invalid': true, 'aria-describedby': id } : {};
  return (
    <fieldset class="mock-answer" ref={box}>
      <legend>{title}</legend>
      <div class="mock-line">
        <label class="mock-number">
          {botWords.mock.status}
          <input
            inputMode="numeric"
            value={response.status}
            {...at('status')}
            onInput={(event) => {
              onChange({ status: event.currentTarget.value });
            }}
          />
        </label>
        <label class="mock-number">
          {botWords.mock.delay}
          <input
            inputMode="decimal"
            placeholder="0"
            value={response.delay}
            {...at('delay')}
            onInput={(event) => {
              onChange({ delay: event.currentTarget.value });
            }}
          />
        </label>
        <label>
          {botWords.mock.error}
          <input
            placeholder={botWords.mock.noError}
            value={response.error}
            onInput={(event) => {
              onChange({ error: event.currentTarget.value });
            }}
          />
        </label>
      </div>
      {wrong === null ? null : (
        <p class="refusal" role="alert" id={id}>
          {wrong.problem}
        </p>
      )}
      <Text
        label={botWords.mock.headers}
        value={response.headers}
        rows={1}
        also={at('headers')}
        onInput={(headers) => {
          onChange({ headers });
        }}
      />
      <Text
        label={botWords.mock.body}
        value={response.body}
        rows={4}
        onInput={(body) => {
          onChange({ body });
        }}
      />
      <p class="note" role="status">
        {bodyProblem(response)}
      </p>
      {children}
    </fieldset>
  );
}

type TextProps = {
  readonly label: string;
  readonly value: string;
  readonly rows: number;
  /** What else the box is told, such as that it is wrong. */
  readonly also?: object;
  readonly onInput: (text: string) => void;
};

/** A labelled box for lines of code. */
export const Text = ({ label, value, rows, also = {}, onInput }: TextProps) => (
  <label>
    {label}
    <textarea
      class="mono"
      rows={rows}
      value={value}
      spellcheck={false}
      {...also}
      onInput={(event) => {
        onInput(event.currentTarget.value);
      }}
    />
  </label>
);
