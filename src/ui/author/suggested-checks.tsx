import { useId } from 'preact/hooks';
import type { Check, Lesson } from '../../protocol/course-api.ts';
import type { SuggestedCheck } from '../../protocol/course-files.ts';
import type { Cast } from '../checks/cast.ts';
import { checkSentence } from '../checks/check-text.ts';
import { authorWords as words } from '../words/author-words.ts';
import { stepSaid } from './step-said.ts';
import { tickedAs, withoutTicked, withTicked } from './ticks.ts';
import { useSuggested, type Suggested } from './use-suggested.ts';

type SuggestedProps = {
  readonly lesson: Lesson;
  readonly cast: Cast;
  readonly onChange: (how: (now: readonly Check[]) => readonly Check[]) => void;
};

/** What happened between start and goal, step by step, each to be ticked as a check. */
export function SuggestedChecks({ lesson, cast, onChange }: SuggestedProps) {
  const suggested = useSuggested(lesson);
  const id = useId();
  return (
    <section class="author-suggested" aria-labelledby={id}>
      <h3 id={id}>{words.suggested}</h3>
      {typeof suggested === 'string' ? (
        <p class="note" role={suggested === 'waits' ? 'status' : undefined}>
          {saidOf(suggested)}
        </p>
      ) : suggested.length === 0 ? (
        <p class="note">{words.suggestEmpty}</p>
      ) : (
        <Steps lesson={lesson} cast={cast} onChange={onChange} suggested={suggested} />
      )}
    </section>
  );
}

const saidOf = (suggested: Extract<Suggested, string>): string =>
  ({
    unmarked: words.suggestNone,
    waits: words.suggesting,
    slow: words.suggestSlow,
    broken: words.suggestBroken,
  })[suggested];

type StepsProps = SuggestedProps & { readonly suggested: readonly SuggestedCheck[] };

function Steps({ lesson, cast, onChange, suggested }: StepsProps) {
  const steps = [...new Set(suggested.map(({ step }) => step))];
  const telling = suggested.filter((one) => one.ticked && tickedAs(lesson.checks, one) === undefined);
  return (
    <>
      {telling.length < 2 ? null : (
        <button
          type="button"
          class="plain small"
          onClick={() => {
            onChange((now) => telling.reduce((all, one) => withTicked(all, suggested, one, cast), now));
          }}
        >
          {words.takeSuggested(telling.length)}
        </button>
      )}
      <ol class="author-steps">
        {steps.map((step) => (
          <li key={step}>
            <p class="author-step" dir="auto">
              <span class="author-step-number">{step}</span>
              {said(lesson, step, cast)}
            </p>
            <ul>
              {suggested
                .filter((one) => one.step === step)
                .map((one) => (
                  <Choice
                    key={JSON.stringify(one.check)}
                    sentence={checkSentence(one.check, cast)}
                    isTicked={tickedAs(lesson.checks, one) !== undefined}
                    onTick={(on) => {
                      onChange((now) =>
                        on ? withTicked(now, suggested, one, cast) : withoutTicked(now, one),
                      );
                    }}
                  />
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function said({ solution }: Lesson, step: number, cast: Cast): string {
  const one = solution?.steps[step - 1];
  return one === undefined ? '' : stepSaid(one, cast);
}

type ChoiceProps = {
  readonly sentence: string;
  readonly isTicked: boolean;
  readonly onTick: (on: boolean) => void;
};

const Choice = ({ sentence, isTicked, onTick }: ChoiceProps) => (
  <li>
    <label class="author-choice">
      <input
        type="checkbox"
        checked={isTicked}
        onChange={(event) => {
          onTick(event.currentTarget.checked);
        }}
      />
      <span dir="auto">{sentence}</span>
    </label>
  </li>
);
