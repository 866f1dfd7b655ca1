import { useSignal } from '@preact/signals';
import { readRawAnswer } from '../../../scenario/raw-answer.ts';
import { Segmented } from '../../controls/segmented.tsx';
import { answerOfText } from './answer-draft.ts';
import { httpWords } from '../../words/http-words.ts';
import { MockAnswer } from './mock-answer.tsx';
import type { MockProblem, ResponseDraft } from './mock-draft.ts';

const words = httpWords.waiting;

export type AnswerWay = 'mock' | 'write' | 'paste';

type EditorProps = {
  readonly way: AnswerWay;
  readonly onWay: (way: AnswerWay) => void;
  readonly draft: ResponseDraft;
  readonly onChange: (draft: ResponseDraft) => void;
  readonly wrong: MockProblem | null;
  readonly hasMock: boolean;
};

/** What is answered: as the chosen mock would, written by hand, or pasted. */
export function AnswerEditor({ way, onWay, draft, onChange, wrong, hasMock }: EditorProps) {
  const pasted = useSignal('');
  const isCurl = /^\s*(?:\$\s+)?curl\s/.test(pasted.value);
  const take = () => {
    onChange(answerOfText(readRawAnswer(pasted.value)));
    onWay('write');
  };
  return (
    <div class="answer-editor mock-form">
      <Segmented
        label={words.from}
        chosen={way}
        onChoose={onWay}
        choices={(['mock', 'write', 'paste'] as const).map((name) => ({ name, label: words.ways[name] }))}
      />
      {way === 'mock' && !hasMock ? <p class="note">{words.noMock}</p> : null}
      {way === 'paste' ? (
        <>
          <label>
            {words.pasteLabel}
            <textarea
              class="mono"
              rows={8}
              spellcheck={false}
              value={pasted.value}
              onInput={(event) => {
                pasted.value = event.currentTarget.value;
              }}
            />
          </label>
          <p class={isCurl ? 'refusal' : 'note'} role="status">
            {isCurl ? words.pasteCurl : words.pasteHint}
          </p>
          <button type="button" class="plain" disabled={pasted.value.trim() === '' || isCurl} onClick={take}>
            {words.take}
          </button>
        </>
      ) : way === 'mock' && !hasMock ? null : (
        <MockAnswer
          title=""
          response={draft}
          wrong={wrong}
          onChange={(part) => {
            onChange({ ...draft, ...part });
          }}
        />
      )}
    </div>
  );
}
