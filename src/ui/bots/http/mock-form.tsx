import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSending } from '../../context.ts';
import { Refusal } from '../../parts/refusal.tsx';
import { SureButton } from '../../parts/sure-button.tsx';
import { words } from '../../words.ts';
import { freshResponse, readMock, type MockDraft, type ResponseDraft } from './mock-draft.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

type MockFormProps = {
  readonly draft: MockDraft;
  readonly close: () => void;
};

/** Which calls a mock answers, and with what: its answers are played in their order, the last one repeats. */
export function MockForm({ draft: given, close }: MockFormProps) {
  const sending = useSending();
  const draft = useSignal(given);
  const problem = useSignal('');
  const url = useRef<HTMLInputElement>(null);
  useEffect(() => {
    url.current?.focus();
  }, []);
  const change = (part: Partial<MockDraft>) => {
    draft.value = { ...draft.value, ...part };
    problem.value = '';
  };
  const { responses } = draft.value;
  const save = async () => {
    const read = readMock(draft.value);
    if (!read.ok) problem.value = read.problem;
    else if (await sending.send({ type: 'admin.savesMock', mock: read.value })) close();
  };
  const remove = async () => {
    if (await sending.send({ type: 'admin.deletesMock', mock: given.id })) close();
  };
  return (
    <form
      class="mock-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <h4>{given.id === 0 ? words.mock.new : words.mock.edit(given.id)}</h4>
      <div class="mock-line">
        <label class="mock-method">
          {words.mock.method}
          <select
            value={draft.value.method}
            onChange={(event) => {
              change({ method: event.currentTarget.value });
            }}
          >
            {methods.map((method) => (
              <option key={method}>{method}</option>
            ))}
          </select>
        </label>
        <label>
          {words.mock.url}
          <input
            ref={url}
            value={draft.value.url}
            spellcheck={false}
            onInput={(event) => {
              change({ url: event.currentTarget.value });
            }}
          />
        </label>
      </div>
      <p class="note">{words.mock.urlHint}</p>
      <Text
        label={words.mock.requestBody}
        value={draft.value.body}
        rows={1}
        onInput={(body) => {
          change({ body });
        }}
      />
      {responses.map((response, index) => (
        <Response
          key={index}
          title={responses.length === 1 ? words.mock.answer : words.mock.answerNumber(index + 1)}
          response={response}
          onChange={(part) => {
            change({ responses: responses.map((one, at) => (at === index ? { ...one, ...part } : one)) });
          }}
        >
          {responses.length === 1 ? null : (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                change({ responses: responses.filter((_, at) => at !== index) });
              }}
            >
              {words.mock.removeAnswer}
            </button>
          )}
        </Response>
      ))}
      <button
        type="button"
        class="quiet"
        title={words.mock.inOrder}
        onClick={() => {
          change({ responses: [...responses, freshResponse] });
        }}
      >
        {words.mock.addAnswer}
      </button>
      {problem.value === '' ? null : (
        <p class="refusal" role="alert">
          {problem.value}
        </p>
      )}
      <Refusal sending={sending} />
      <div class="mock-buttons">
        <button type="submit" class="primary">
          {words.save}
        </button>
        <button type="button" class="plain" onClick={close}>
          {words.cancel}
        </button>
        <span class="push" />
        {given.id === 0 ? null : (
          <SureButton label={words.mock.delete} sure={words.mock.deleteSure} onSure={() => void remove()} />
        )}
      </div>
    </form>
  );
}

type ResponseProps = {
  readonly title: string;
  readonly response: ResponseDraft;
  readonly onChange: (part: Partial<ResponseDraft>) => void;
  readonly children: ComponentChildren;
};

function Response({ title, response, onChange, children }: ResponseProps) {
  return (
    <fieldset class="mock-answer">
      <legend>{title}</legend>
      <div class="mock-line">
        <label class="mock-number">
          {words.mock.status}
          <input
            inputMode="numeric"
            value={response.status}
            onInput={(event) => {
              onChange({ status: event.currentTarget.value });
            }}
          />
        </label>
        <label class="mock-number">
          {words.mock.delay}
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
          {words.mock.error}
          <input
            placeholder={words.mock.noError}
            value={response.error}
            onInput={(event) => {
              onChange({ error: event.currentTarget.value });
            }}
          />
        </label>
      </div>
      <Text
        label={words.mock.headers}
        value={response.headers}
        rows={1}
        onInput={(headers) => {
          onChange({ headers });
        }}
      />
      <Text
        label={words.mock.body}
        value={response.body}
        rows={4}
        onInput={(body) => {
          onChange({ body });
        }}
      />
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

const Text = ({ label, value, rows, onInput }: TextProps) => (
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
