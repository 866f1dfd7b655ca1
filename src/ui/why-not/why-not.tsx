import { useMemo } from 'preact/hooks';
import { whyNoScreen, whyUnheard, type WhyNot as Answered } from '../../engine/why-not.ts';
import { useView, useWorld } from '../context.ts';
import { Answer } from './answer.tsx';
import { namesIn, questionIn } from './names.ts';
import { tellingOf, useStory } from './use-story.ts';
import { whyNotWords as words, type Names } from '../words/why-not-words.ts';
import './why-not.css';

/** Why a session saw no form, no FAQ, no queue, and who did not hear of the chosen event or the last one. */
export function WhyNot() {
  const session = useView((view) => view.session);
  const story = useStory(session);
  const selected = useView(({ event }) => event);
  const world = useWorld((one) => one);
  const names = useMemo(() => namesIn(world), [world]);
  const screens = useMemo(() => (story === undefined ? [] : whyNoScreen(tellingOf(story))), [story]);
  const { event, answers } = useMemo(
    () => (story === undefined ? { event: 0, answers: [] } : whyUnheard(tellingOf(story), selected)),
    [story, selected],
  );
  if (story === undefined) return <p class="empty slim">{words.waits}</p>;
  const isChosen = selected > 0;
  const heard = isChosen ? words.event(selected) : words.newest;
  const unheard = event === 0 ? words.nothingHeard : words.allHeard;
  const lists = [
    <Answers key="heard" title={heard} answers={answers} names={names} otherwise={unheard} />,
    <Answers key="screens" title={words.session} answers={screens} names={names} otherwise={words.allCame} />,
  ];
  return <div class="why-not">{isChosen ? lists : lists.reverse()}</div>;
}

type AnswersProps = {
  readonly title: string;
  readonly answers: readonly Answered[];
  readonly names: Names;
  readonly otherwise: string;
};

/** What is never surprising: it listens to something else. */
const isElsewhere = ({ because: { code } }: Answered): boolean =>
  code === 'other-event' || code === 'not-subscribed';

/** What several things stand in the way of is asked about once. */
function byQuestion(answers: readonly Answered[], names: Names) {
  const found = new Map<string, Answered[]>();
  for (const answer of answers) {
    const question = questionIn(answer.question, names);
    found.set(question, [...(found.get(question) ?? []), answer]);
  }
  return [...found];
}

function Answers({ title, answers, names, otherwise }: AnswersProps) {
  const telling = answers.filter((one) => !isElsewhere(one));
  const others = answers.filter(isElsewhere);
  const list = (shown: readonly Answered[]) => (
    <ul>
      {byQuestion(shown, names).map(([question, all]) => (
        <Answer key={question} question={question} answers={all} names={names} />
      ))}
    </ul>
  );
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {telling.length === 0 ? <p class="note">{others.length > 0 ? null : otherwise}</p> : list(telling)}
      {others.length === 0 ? null : (
        <details>
          <summary>{words.others(others.length)}</summary>
          {list(others)}
        </details>
      )}
    </section>
  );
}
