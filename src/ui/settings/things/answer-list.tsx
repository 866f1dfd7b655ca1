import { useRef } from 'preact/hooks';
import { describedBy, FieldHelp } from '../../form/field-frame.tsx';
import { useField } from '../../form/form-context.ts';
import { formWords } from '../../words/form-words.ts';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { thingWords } from '../../words/thing-words.ts';
import { answerProblem, freshAnswer, type AnswerDraft } from './webhook-answers.ts';

const words = thingWords.webhook.answers;

/** What a webhook's target does, one after the other: a line each, which moves up and goes. */
export function AnswerList() {
  const field = useField('responses');
  const list = useRef<HTMLOListElement>(null);
  const answers = field.value as readonly AnswerDraft[];
  /** The line that takes the place of what went has the focus; the one that came, too. */
  const focusLine = (index: number) => {
    requestAnimationFrame(() => {
      const line = list.current?.children[Math.min(index, list.current.children.length - 1)];
      line?.querySelector('select')?.focus();
    });
  };
  return (
    <fieldset
      class="field answers"
      id={field.id}
      data-path={field.path}
      tabIndex={-1}
      {...describedBy(field)}
    >
      <legend class="field-label">
        {field.words.label}
        {field.isChanged ? <span class="changed-dot" title={formWords.changed} /> : null}
      </legend>
      <ol ref={list}>
        {answers.map((answer, index) => (
          <AnswerLine
            key={index}
            answer={answer}
            number={index + 1}
            isOnly={answers.length === 1}
            onChange={(part) => {
              field.set(answers.with(index, { ...answer, ...part }));
            }}
            onUp={() => {
              field.set(answers.toSpliced(index, 1).toSpliced(index - 1, 0, answer));
              focusLine(index - 1);
            }}
            onRemove={() => {
              field.set(answers.toSpliced(index, 1));
              focusLine(index);
            }}
          />
        ))}
      </ol>
      <button
        type="button"
        class="plain small"
        onClick={() => {
          field.set([...answers, freshAnswer]);
          focusLine(answers.length);
        }}
      >
        <LaterIcon name="plus" size={13} /> {words.add}
      </button>
      <FieldHelp field={field} />
    </fieldset>
  );
}

type AnswerLineProps = {
  readonly answer: AnswerDraft;
  readonly number: number;
  readonly isOnly: boolean;
  readonly onChange: (part: Partial<AnswerDraft>) => void;
  readonly onUp: () => void;
  readonly onRemove: () => void;
};

const kinds = ['status', 'timeout', 'error'] as const;

function AnswerLine({ answer, number, isOnly, onChange, onUp, onRemove }: AnswerLineProps) {
  const wrong = answerProblem(answer) === '' ? {} : { 'aria-invalid': true };
  const { kind } = answer;
  return (
    <li>
      <fieldset class="answer-line" aria-label={words.number(number)}>
        <select
          aria-label={words.kind}
          value={kind}
          onChange={({ currentTarget: { value } }) => {
            onChange({ kind: value as AnswerDraft['kind'] });
          }}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </select>
        {kind === 'timeout' ? null : (
          <input
            class={kind === 'status' ? 'answer-number' : 'answer-error'}
            aria-label={words[kind]}
            placeholder={kind === 'error' ? words.errorExample : '200'}
            value={answer[kind]}
            {...(kind === 'status'
              ? { inputMode: 'numeric' as const, ...wrong }
              : answer.error.trim() === ''
                ? wrong
                : {})}
            onInput={({ currentTarget: { value } }) => {
              onChange({ [kind]: value });
            }}
          />
        )}
        <label class="answer-delay">
          {words.after}
          <input
            inputMode="decimal"
            aria-label={words.delay}
            placeholder="0"
            value={answer.delay}
            onInput={({ currentTarget: { value } }) => {
              onChange({ delay: value });
            }}
          />
          {words.seconds}
        </label>
        <span class="push" />
        {number === 1 ? null : (
          <button
            type="button"
            class="quiet icon-button"
            aria-label={words.up(number)}
            title={words.up(number)}
            onClick={onUp}
          >
            <LaterIcon name="up" />
          </button>
        )}
        {isOnly ? null : (
          <button
            type="button"
            class="quiet icon-button"
            aria-label={words.remove(number)}
            title={words.remove(number)}
            onClick={onRemove}
          >
            <LaterIcon name="close" />
          </button>
        )}
      </fieldset>
    </li>
  );
}
