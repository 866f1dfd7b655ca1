import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSending, useAppContext } from '../../context.ts';
import { ChangedMeanwhile } from '../../edits/changed-meanwhile.tsx';
import { useEdit } from '../../edits/use-edit.ts';
import { isComposing } from '../../conversation/is-composing.ts';
import { LeftDrafts } from '../../conversation/left-drafts.tsx';
import { Refusal } from '../../controls/refusal.tsx';
import { ShutInPast } from '../../controls/shut-in-past.tsx';
import { SureButton } from '../../controls/sure-button.tsx';
import { requireWorld } from '../../store/store.ts';
import { useUndoable } from '../../undo/use-undoable.ts';
import { botWords } from '../../words/bot-words.ts';
import { createMatcher } from '../../../crmscript/regexp.ts';
import { words } from '../../words/words.ts';
import {
  completed,
  freshResponse,
  mockDraftKey,
  mockLines,
  olderMock,
  openedMock,
  readMock,
  type MockDraft,
  type MockProblem,
  type ResponseDraft,
} from './mock-draft.ts';
import { MockAnswer } from './mock-answer.tsx';
import { MockBody } from './mock-body.tsx';
import { MockMore } from './mock-more.tsx';
import { mockWords } from '../../words/mock-words.ts';
import { meanwhileWords } from '../../words/meanwhile-words.ts';
import './http.css';

/** What the form stands for; a regular expression is read as the engine will. */
function checked(draft: MockDraft): ReturnType<typeof readMock> {
  const made = draft.bodyMatch === 'pattern' ? createMatcher(draft.body) : null;
  return made !== null && 'error' in made
    ? { ok: false, at: 'body', problem: mockWords.badPattern(made.error) }
    : readMock(draft);
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

type MockFormProps = {
  readonly which: string;
  /** As it opens, and as it is again once what was typed is taken back; null is a mock that is gone meanwhile. */
  readonly given: MockDraft | null;
  readonly focused: boolean;
  readonly onClose: () => void;
};

/**
 * Which calls a mock answers, and with what: its answers are played in their order, the last one repeats. What is typed
 * is kept until it is saved or cancelled, whatever else is looked at meanwhile.
 */
export function MockForm({ which, given, focused, onClose: close }: MockFormProps) {
  const { store, undo } = useAppContext();
  const sending = useSending();
  const send = useUndoable(sending);
  const editing = useEdit({
    draftKey: mockDraftKey(which),
    stored: given,
    now: () => openedMock(which, requireWorld(store).mocks, true) ?? null,
    older: olderMock,
  });
  const draft = completed(editing.value ?? {});
  const { unsaved } = editing;
  const problem = useSignal<MockProblem | null>(null);
  const wrong = problem.value;
  const asked = useSignal(0);
  const url = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (focused) url.current?.focus();
  }, [focused]);
  const change = (part: Partial<MockDraft>) => {
    editing.change({ ...completed(editing.current() ?? draft), ...part });
    problem.value = null;
  };
  const { responses } = draft;
  const removeAnswer = (index: number, response: ResponseDraft) => {
    change({ responses: responses.filter((_, at) => at !== index) });
    undo.offer(store.workspace.value?.id ?? '', {
      text: words.undo.removedAnswer(index + 1),
      act: () => {
        const now = completed(editing.current() ?? draft);
        const answers = [...now.responses.slice(0, index), response, ...now.responses.slice(index)];
        editing.change({ ...now, responses: answers });
        return Promise.resolve('');
      },
    });
  };
  /** Saves what is typed, in the place of whatever is stored. */
  const keep = async (isAsked: boolean) => {
    const read = checked(completed(editing.current() ?? draft));
    if (!read.ok) {
      problem.value = read;
      if (read.at === 'url') url.current?.focus();
      return;
    }
    const input = { type: 'admin.savesMock', mock: read.value } as const;
    const what = words.undo.keptMine(mockWords.edit(draft.id));
    if (!(await (isAsked && given !== null ? send(input, what) : sending.send(input)))) return;
    editing.forget();
    close();
  };
  const save = async () => {
    if (editing.isChanged()) asked.value += 1;
    else await keep(false);
  };
  const remove = async () => {
    if (await send({ type: 'admin.deletesMock', mock: draft.id }, words.undo.deletedMock(draft.id))) close();
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
        if (event.key === 'Escape' && !isComposing(event)) close();
      }}
    >
      <h3>
        {draft.id === 0 ? mockWords.new : mockWords.edit(draft.id)}
        {unsaved ? <span class="unsaved-mark">{botWords.unsaved}</span> : null}
      </h3>
      {editing.changed && !sending.pending ? (
        <ChangedMeanwhile
          what={meanwhileWords.mock}
          mine={mockLines(draft)}
          theirs={given === null ? null : mockLines(given)}
          asked={asked.value}
          onKeep={() => void keep(true)}
          onTake={() => {
            editing.drop(words.undo.tookTheirs);
            if (given === null) close();
          }}
        />
      ) : null}
      <LeftDrafts place={mockDraftKey(which)} />
      <ShutInPast>
        <label>
          {mockWords.name}
          <input
            value={draft.name}
            maxLength={255}
            onInput={(event) => {
              change({ name: event.currentTarget.value });
            }}
          />
        </label>
        <div class="mock-line">
          <label class="mock-method">
            {mockWords.method}
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
            {mockWords.url}
            <input
              ref={url}
              value={draft.url}
              spellcheck={false}
              {...(wrong?.at === 'url'
                ? { 'aria-invalid': true, 'aria-describedby': 'mock-url-problem' }
                : {})}
              onInput={(event) => {
                change({ url: event.currentTarget.value });
              }}
            />
          </label>
        </div>
        {wrong?.at === 'url' ? (
          <p class="refusal" role="alert" id="mock-url-problem">
            {wrong.problem}
          </p>
        ) : null}
        <p class="note">{mockWords.urlHint}</p>
        <MockBody draft={draft} wrong={wrong} onChange={change} />
        <MockMore draft={draft} wrong={wrong} onChange={change} />
        {responses.map((response, index) => (
          <MockAnswer
            key={index}
            title={responses.length === 1 ? mockWords.answer : mockWords.answerNumber(index + 1)}
            response={response}
            wrong={wrong?.answer === index ? wrong : null}
            onChange={(part) => {
              change({ responses: responses.map((one, at) => (at === index ? { ...one, ...part } : one)) });
            }}
          >
            {responses.length === 1 ? null : (
              <SureButton
                quiet
                label={mockWords.removeAnswer}
                sure={mockWords.removeAnswerSure}
                onSure={() => {
                  removeAnswer(index, response);
                }}
              />
            )}
          </MockAnswer>
        ))}
        <div class="mock-after">
          <button
            type="button"
            class="quiet"
            title={mockWords.inOrder}
            onClick={() => {
              change({ responses: [...responses, freshResponse] });
            }}
          >
            {mockWords.addAnswer}
          </button>
          <label>
            {mockWords.after}
            <select
              value={draft.after}
              onChange={(event) => {
                change({ after: event.currentTarget.value as MockDraft['after'] });
              }}
            >
              {Object.entries(mockWords.afters).map(([name, text]) => (
                <option key={name} value={name}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        </div>
      </ShutInPast>
      <div class="mock-foot">
        <Refusal sending={sending} />
        <div class="mock-buttons">
          <button type="submit" class="primary">
            {botWords.save}
          </button>
          {unsaved ? (
            <SureButton
              label={words.cancel}
              sure={words.revertSure}
              onSure={() => {
                editing.drop(words.undo.reverted);
                close();
              }}
            />
          ) : (
            <button type="button" class="plain" onClick={close}>
              {words.cancel}
            </button>
          )}
          <span class="push" />
          {draft.id === 0 || given === null ? null : (
            <SureButton label={mockWords.delete} sure={mockWords.deleteSure} onSure={() => void remove()} />
          )}
        </div>
      </div>
    </form>
  );
}
