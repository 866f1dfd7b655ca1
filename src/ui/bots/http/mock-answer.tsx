import type { ComponentChildren } from 'preact';
import { botWords } from '../bot-words.ts';
import { bodyProblem, type ResponseDraft } from './mock-draft.ts';

type ResponseProps = {
  readonly title: string;
  readonly response: ResponseDraft;
  readonly onChange: (part: Partial<ResponseDraft>) => void;
  readonly children: ComponentChildren;
};

/** One answer of a mock: how it comes, and what it says. */
export function MockAnswer({ title, response, onChange, children }: ResponseProps) {
  return (
    <fieldset class="mock-answer">
      <legend>{title}</legend>
      <div class="mock-line">
        <label class="mock-number">
          {botWords.mock.status}
          <input
            inputMode="numeric"
            value={response.status}
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
      <Text
        label={botWords.mock.headers}
        value={response.headers}
        rows={1}
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
  readonly onInput: (text: string) => void;
};

/** A labelled box for lines of code. */
export const Text = ({ label, value, rows, onInput }: TextProps) => (
  <label>
    {label}
    <textarea
      class="mono"
      rows={rows}
      value={value}
      spellcheck={false}
      onInput={(event) => {
        onInput(event.currentTarget.value);
      }}
    />
  </label>
);
