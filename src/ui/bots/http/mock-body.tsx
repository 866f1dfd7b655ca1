import { useEffect, useId, useRef } from 'preact/hooks';
import type { MockDraft, MockProblem } from './mock-draft.ts';
import { Text } from './mock-answer.tsx';
import { mockWords } from '../../words/mock-words.ts';

type BodyProps = {
  readonly draft: MockDraft;
  readonly wrong: MockProblem | null;
  readonly onChange: (part: Partial<MockDraft>) => void;
};

/** Which bodies of requests a mock is for, and how they are compared. */
export function MockBody({ draft, wrong, onChange }: BodyProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const isWrong = wrong?.at === 'body' && wrong.answer === undefined;
  useEffect(() => {
    if (isWrong) box.current?.querySelector('textarea')?.focus();
  }, [isWrong, wrong]);
  return (
    <div class="mock-body" ref={box}>
      <Text
        label={mockWords.requestBody}
        value={draft.body}
        rows={1}
        also={isWrong ? { 'aria-invalid': true, 'aria-describedby': id } : {}}
        onInput={(body) => {
          onChange({ body });
        }}
      />
      {draft.body === '' ? null : (
        <label>
          {mockWords.bodyMatch}
          <select
            value={draft.bodyMatch}
            onChange={(event) => {
              onChange({ bodyMatch: event.currentTarget.value as MockDraft['bodyMatch'] });
            }}
          >
            {Object.entries(mockWords.bodyMatches).map(([name, text]) => (
              <option key={name} value={name}>
                {text}
              </option>
            ))}
          </select>
        </label>
      )}
      {draft.bodyMatch === 'json' && draft.body !== '' ? <p class="note">{mockWords.jsonHint}</p> : null}
      {isWrong ? (
        <p class="refusal" role="alert" id={id}>
          {wrong.problem}
        </p>
      ) : null}
    </div>
  );
}
