import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSending, useSurroundings } from '../../context.ts';
import { Refusal } from '../../parts/refusal.tsx';
import { SureButton } from '../../parts/sure-button.tsx';
import { words } from '../../words.ts';
import {
  freshResponse,
  keptOfMock,
  mockDraftKey,
  readMock,
  typedMock,
  type MockDraft,
  type ResponseDraft,
} from './mock-draft.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

type MockFormProps = {
  readonly which: string;
  /** As it opens, and as it is again once what was typed is taken back. */
  readonly given: MockDraft;
  readonly focused: boolean;
};

/**
 * Which calls a mock answers, and with what: its answers are played in their order, the last one repeats. What is typed
 * is kept until it is saved or cancelled, whatever else is looked at meanwhile.
 */
export function MockForm({ which, given, focused }: MockFormProps) {
  const { store, windowState } = useSurroundings();
  const sending = useSending();
  const key = mockDraftKey(which);
  const typed = typedMock(store.draft(key));
  const draft = typed ?? given;
  const problem = useSignal('');
  const url = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) url.current?.focus();
  }, [focused]);
  const close = () => {
    windowState.change({ mock: '' });
  };
  const drop = () => {
    store.keepDraft(key, '');
    close();
  };
  const change = (part: Partial<MockDraft>) => {
    store.keepDraft(key, keptOfMock({ ...draft, ...part }, given));
    problem.value = '';
  };
  const { responses } = draft;
  const save = async () => {
    const read = readMock(draft);
    if (!read.ok) problem.value = read.problem;
    else if (await sending.send({ type: 'admin.savesMock', mock: read.value })) drop();
  };
  const remove = async () => {
    if (await sending.send({ type: 'admin.deletesMock', mock: given.id })) drop();
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
      <h3>
        {given.id === 0 ? words.mock.new : words.mock.edit(given.id)}
        {typed === undefined ? null : <span class="unsaved-mark">{words.unsaved}</span>}
      </h3>
      <div class="mock-line">
        <label class="mock-method">
          {words.mock.method}
          <select
            value={draft.method}
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
            value={draft.url}
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
        value={draft.body}
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
      <div class="mock-foot">
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
          <button type="button" class="plain" onClick={drop}>
            {words.cancel}
          </button>
          <span class="push" />
          {given.id === 0 ? null : (
            <SureButton label={words.mock.delete} sure={words.mock.deleteSure} onSure={() => void remove()} />
          )}
        </div>
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
