import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { bodyProblem, type MockProblem, type ResponseDraft } from './mock-draft.ts';
import { mockWords } from '../../words/mock-words.ts';

type ResponseProps = {
  readonly title: string;
  readonly response: ResponseDraft;
  /** What keeps it from being saved; the field is led to. */
  readonly wrong: MockProblem | null;
  readonly onChange: (part: Partial<ResponseDraft>) => void;
  readonly children?: ComponentChildren;
};

const presets = {
  '429': { status: '429', headers: 'retry-after: 30' },
  '500': { status: '500', headers: '' },
  '503': { status: '503', headers: 'retry-after: 30' },
} as const;

/** One answer of a mock: how it comes, what it says, and what goes wrong with it. */
export function MockAnswer({ title, response, wrong, onChange, children }: ResponseProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const id = useId();
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [wrong]);
  const at = (field: keyof ResponseDraft) =>
    wrong?.at === field ? { 'aria-invalid': true, 'aria-describedby': id } : {};
  const { fault } = response;
  const comes = fault === 'none' || fault === 'malformed';
  return (
    <fieldset class="mock-answer" ref={box}>
      <legend>{title}</legend>
      <div class="mock-line">
        <label class="mock-number">
          {mockWords.status}
          <input
            inputMode="numeric"
            value={response.status}
            disabled={!comes}
            {...at('status')}
            onInput={(event) => {
              onChange({ status: event.currentTarget.value });
            }}
          />
        </label>
        <label class="mock-number">
          {mockWords.delay}
          <input
            inputMode="decimal"
            placeholder="0"
            value={response.delay}
            disabled={fault === 'timeout'}
            {...at('delay')}
            onInput={(event) => {
              onChange({ delay: event.currentTarget.value });
            }}
          />
        </label>
        <label>
          {mockWords.fault}
          <select
            value={fault}
            onChange={(event) => {
              onChange({ fault: event.currentTarget.value as ResponseDraft['fault'] });
            }}
          >
            {Object.entries(mockWords.faults).map(([name, text]) => (
              <option key={name} value={name}>
                {text}
              </option>
            ))}
          </select>
        </label>
      </div>
      {fault === 'error' ? (
        <label>
          {mockWords.error}
          <input
            placeholder={mockWords.noError}
            value={response.error}
            onInput={(event) => {
              onChange({ error: event.currentTarget.value });
            }}
          />
        </label>
      ) : null}
      {fault === 'none' ? (
        <div class="mock-presets" role="group" aria-label={mockWords.fillIn}>
          <span class="note">{mockWords.fillIn}</span>
          {Object.entries(presets).map(([name, preset]) => (
            <button
              key={name}
              type="button"
              class="plain small"
              title={mockWords.presets[name as keyof typeof presets]}
              onClick={() => {
                onChange(preset);
              }}
            >
              {name}
            </button>
          ))}
        </div>
      ) : null}
      {wrong === null ? null : (
        <p class="refusal" role="alert" id={id}>
          {wrong.problem}
        </p>
      )}
      {comes ? (
        <>
          <Text
            label={mockWords.headers}
            value={response.headers}
            rows={1}
            also={at('headers')}
            onInput={(headers) => {
              onChange({ headers });
            }}
          />
          <Text
            label={mockWords.body}
            value={response.body}
            rows={4}
            onInput={(body) => {
              onChange({ body });
            }}
          />
          <p class="note" role="status">
            {bodyProblem(response)}
          </p>
        </>
      ) : null}
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
