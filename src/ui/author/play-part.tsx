import { useMemo } from 'preact/hooks';
import { castOf } from '../checks/cast.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { authorWords as words } from '../words/author-words.ts';
import { goalOf } from './conversation-marks.ts';
import { MarksSlider } from './marks-slider.tsx';
import type { PartProps } from './part-props.ts';
import { stepSaid } from './step-said.ts';
import { usePlaying } from './use-playing.ts';

/** Where a lesson begins and where it is done, marked in what was played. */
export function PlayPart({ course, lesson, open }: PartProps) {
  const playing = usePlaying({ course, lesson });
  const { isHere, name, shown, isPast, all, busy, refusal } = playing;
  const { seed, solution, start } = lesson;
  const goal = goalOf(lesson);
  const cast = useMemo(() => castOf(solution ?? seed), [solution, seed]);
  const said = (step: number) => {
    const one = (solution ?? seed).steps[step - 1];
    return one === undefined ? '' : stepSaid(one, cast);
  };
  const canMarkGoal = isHere && shown > start;
  return (
    <>
      <p class="author-intro">{words.playIntro}</p>
      <div class={isHere ? 'author-where' : 'author-where elsewhere'}>
        <LaterIcon name={isHere ? 'play' : 'warn'} />
        <p dir="auto">{isHere ? words.playedIn(name) : words.playedElsewhere(name)}</p>
        {isHere ? null : (
          <div class="author-where-acts">
            <button
              type="button"
              class="primary"
              aria-disabled={busy}
              onClick={() => void playing.openPlayed()}
            >
              {busy ? words.opening : words.openPlayed}
            </button>
            <button type="button" class="plain" aria-disabled={busy} onClick={() => void playing.playHere()}>
              {words.playHere}
            </button>
          </div>
        )}
      </div>
      <MarksSlider
        all={all}
        start={start}
        goal={goal}
        onStart={(at) => void playing.markStart(at)}
        onGoal={(at) => void playing.markGoal(at)}
      />
      <ol class="author-marks">
        <li>
          <span class="author-flag start" aria-hidden="true" />
          <div>
            <b>{words.start}</b> <span class="muted">{words.startAt(start)}</span>
            <p class="note" dir="auto">
              {said(start)}
            </p>
          </div>
          <button
            type="button"
            class="plain"
            aria-disabled={!isHere || busy}
            onClick={() => {
              if (isHere) void playing.markStart(shown);
            }}
          >
            {words.markStart}
          </button>
        </li>
        <li>
          <span class="author-flag goal" aria-hidden="true" />
          <div>
            <b>{words.goal}</b> <span class="muted">{goal === 0 ? words.noGoal : words.goalAt(goal)}</span>
            <p class="note" dir="auto">
              {goal === 0 ? '' : said(goal)}
            </p>
          </div>
          <button
            type="button"
            class={goal === 0 ? 'primary' : 'plain'}
            aria-disabled={!canMarkGoal || busy}
            onClick={() => {
              if (canMarkGoal) void playing.markGoal(shown);
            }}
          >
            {words.markGoal}
          </button>
        </li>
      </ol>
      <p class="note" role="status">
        {!isHere ? '' : shown > start ? words.markHint(shown, isPast) : words.nothingPlayed}
      </p>
      <div role="alert">{refusal === '' ? null : <p class="refusal">{refusal}</p>}</div>
      {goal === 0 ? null : (
        <button
          type="button"
          class="primary author-next"
          onClick={() => {
            open('checks');
          }}
        >
          {words.toChecks} <LaterIcon name="arrow" />
        </button>
      )}
    </>
  );
}
