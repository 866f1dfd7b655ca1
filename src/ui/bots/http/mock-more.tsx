import { useId } from 'preact/hooks';
import type { MockDraft, MockProblem } from './mock-draft.ts';
import { Text } from './mock-answer.tsx';
import { mockWords } from '../../words/mock-words.ts';

type MoreProps = {
  readonly draft: MockDraft;
  readonly wrong: MockProblem | null;
  readonly onChange: (part: Partial<MockDraft>) => void;
};

/** What few mocks need: headers that a call has to have, a state, and to wait for a hand. Open where something of it is said. */
export function MockMore({ draft, wrong, onChange }: MoreProps) {
  const id = useId();
  const said = [
    ...(draft.headers.trim() === '' ? [] : [draft.headers.trim().split('\n')[0] ?? '']),
    ...(draft.state === '' ? [] : [draft.state]),
    ...(draft.hold ? [mockWords.holds] : []),
  ];
  const isWrong = wrong?.at === 'requestHeaders' || wrong?.at === 'state';
  const at = (field: string) =>
    wrong?.at === field ? { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` } : {};
  return (
    <details class="mock-more" open={said.length > 0 || isWrong}>
      <summary>{said.length > 0 ? mockWords.moreOn(said) : mockWords.more}</summary>
      {isWrong ? (
        <p class="refusal" role="alert" id={`${id}-wrong`}>
          {wrong.problem}
        </p>
      ) : null}
      <Text
        label={mockWords.requestHeaders}
        value={draft.headers}
        rows={1}
        also={at('requestHeaders')}
        onInput={(headers) => {
          onChange({ headers });
        }}
      />
      <div class="mock-line">
        <label>
          {mockWords.state}
          <input
            value={draft.state}
            placeholder={mockWords.stateExample}
            maxLength={255}
            {...at('state')}
            onInput={(event) => {
              onChange({ state: event.currentTarget.value });
            }}
          />
        </label>
        <label>
          {mockWords.stateIs}
          <input
            value={draft.stateIs}
            placeholder={mockWords.anyState}
            maxLength={255}
            onInput={(event) => {
              onChange({ stateIs: event.currentTarget.value });
            }}
          />
        </label>
        <label>
          {mockWords.stateBecomes}
          <input
            value={draft.stateBecomes}
            placeholder={mockWords.sameState}
            maxLength={255}
            onInput={(event) => {
              onChange({ stateBecomes: event.currentTarget.value });
            }}
          />
        </label>
      </div>
      <p class="note">{mockWords.stateHint}</p>
      <div class="switch-line">
        <button
          type="button"
          role="switch"
          class="switch"
          id={id}
          aria-checked={draft.hold}
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-help`}
          onClick={() => {
            onChange({ hold: !draft.hold });
          }}
        />
        <label id={`${id}-label`} for={id}>
          {mockWords.hold}
        </label>
      </div>
      <p class="note" id={`${id}-help`}>
        {mockWords.holdHint}
      </p>
    </details>
  );
}
