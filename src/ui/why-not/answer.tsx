import { useSignal } from '@preact/signals';
import type { Obstacle } from '../../engine/obstacle.ts';
import { isStatus } from '../../engine/numbers.ts';
import type { Setting } from '../../engine/remedies.ts';
import type { WhyNot } from '../../engine/why-not.ts';
import { hrefOf } from '../frame/router.ts';
import { StatusChip } from '../conversation/status-chip.tsx';
import { RuleButton } from '../rules/rule-button.tsx';
import { RuleText } from '../rules/rule-mark.tsx';
import { placeName, placeOf } from './names.ts';
import { obstacleWords, whyNotWords, type Names } from '../words/why-not-words.ts';

const sentenceOf = ({ code, params }: Obstacle, names: Names): string => {
  const make = obstacleWords[code] as (params: Obstacle['params'], names: Names) => string;
  return make(params, names);
};

type ReasonProps = { readonly because: Obstacle; readonly names: Names };

/** Why, as a sentence; statuses in it are chips. */
export function Reason({ because, names }: ReasonProps) {
  return (
    <>
      {sentenceOf(because, names)
        .split(/‹(\d+)›/)
        .map((part, index) => {
          const status = Number(part);
          return index % 2 === 1 && isStatus(status) ? <StatusChip key={index} status={status} bare /> : part;
        })}
    </>
  );
}

type SettingLinkProps = { readonly setting: Setting; readonly names: Names };

/** The way to the setting that would change it. */
export const SettingLink = ({ setting, names }: SettingLinkProps) => (
  <a class="setting-link" href={hrefOf(placeOf(setting))}>
    {whyNotWords.open(placeName(setting, names))}
  </a>
);

type AnswerProps = {
  readonly question: string;
  readonly answers: readonly WhyNot[];
  readonly names: Names;
};

/** One thing that did not happen, and all that stood in its way. */
export const Answer = ({ question, answers, names }: AnswerProps) => (
  <li class="why-not-answer">
    <b>{question}</b>
    {answers.map((answer) => (
      <Because key={answer.because.code} answer={answer} names={names} />
    ))}
  </li>
);

type BecauseProps = { readonly answer: WhyNot; readonly names: Names };

/** Why, by which rule, and where that is set. */
function Because({ answer: { because, rule, settings }, names }: BecauseProps) {
  const isOpen = useSignal(false);
  const [setting] = settings;
  return (
    <>
      <div class="why-not-line">
        <p>
          <Reason because={because} names={names} />{' '}
          {setting === undefined ? null : <SettingLink setting={setting} names={names} />}
        </p>
        {rule === '' ? null : <RuleButton rule={rule} isOpen={isOpen} />}
      </div>
      {isOpen.value ? <RuleText rule={rule} /> : null}
    </>
  );
}
