import { useSignal } from '@preact/signals';
import { useAppContext } from '../context.ts';
import { Avatar } from '../controls/avatar.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { wallTimeOf } from '../format.ts';
import { sentence } from '../sentence.ts';
import { wallWords as words } from '../words/wall-words.ts';
import type { Row } from './grid.ts';
import { openPlayed } from './open-played.ts';
import { stuckCheck, type ShownCheck, type ShownResult } from './shown-result.ts';
import { takeOff } from './take-off.ts';
import type { WallState } from './wall-state.ts';

/** So many doubts are told: one is enough to ask. */
const mostDoubts = 2;

type ResultCardProps = {
  readonly wall: WallState;
  readonly row: Row;
  /** The place of the lesson, from 0. */
  readonly n: number;
  readonly shown: ShownResult;
  readonly all: readonly ShownResult[];
};

/** What somebody made of a lesson: its checks, what it cost, and the way to what was played. */
export function ResultCard({ wall, row, n, shown, all }: ResultCardProps) {
  const here = useAppContext();
  const busy = useSignal(false);
  const problem = useSignal('');
  const title = wall.course.lessons[n]?.title ?? '';
  const lesson = words.lesson(n + 1, title);
  const stuck = stuckCheck(shown);
  const why = stuck?.why ?? null;
  const { doubts, file, took, revision, checks } = shown;
  const open = async () => {
    if (busy.value || file === null) return;
    busy.value = true;
    problem.value = await openPlayed(here, {
      file,
      name: words.openedName(row.name, lesson),
      person: row.name,
      seq: stuck?.seq ?? null,
    });
    busy.value = false;
  };
  return (
    <section class="card wall-card" aria-label={`${row.name}, ${lesson}`}>
      <header>
        <Avatar of="customer" name={row.name} />
        <div>
          <div class="wall-card-name">
            <h3 dir="auto">{row.name}</h3>
            <Chip shown={shown} />
          </div>
          <p class="note" dir="auto">
            {lesson}
          </p>
        </div>
      </header>
      <ul class="wall-checks">
        {checks.map((check, index) => (
          <CheckLine key={index} check={check} isNext={check === stuck} />
        ))}
      </ul>
      {doubts.length === 0 && revision === wall.course.revision ? null : (
        <div class="wall-doubts">
          {doubts.slice(0, mostDoubts).map((doubt, index) => (
            <p key={index}>{sentence(doubt)}</p>
          ))}
          {doubts.length > mostDoubts ? <p>{words.moreTold(doubts.length - mostDoubts)}</p> : null}
          {revision === wall.course.revision || doubts.length > 0 ? null : (
            <p>{words.otherRevision(revision, wall.course.revision)}</p>
          )}
        </div>
      )}
      <p class="note">
        {words.effort(shown.hints, took === null ? '' : words.minutes(took))}{' '}
        {why === null ? '' : sentence(why)} {shown.savedAt === 0 ? '' : words.savedAt(savedOf(shown))}
      </p>
      {all.length > 1 ? <Several wall={wall} all={all} shown={shown} /> : null}
      <div class="wall-card-acts">
        {file === null ? (
          <p class="note">{words.nothingToOpen}</p>
        ) : (
          <button type="button" class="plain wide" aria-disabled={busy.value} onClick={() => void open()}>
            <LaterIcon name="openAt" />{' '}
            {busy.value
              ? words.opening
              : stuck === undefined
                ? words.openPassed
                : stuck.state === 'failed'
                  ? words.openFailing
                  : words.openStuck}
          </button>
        )}
        <button
          type="button"
          class="quiet icon-button"
          aria-label={words.remove}
          title={words.remove}
          onClick={() => void takeOff(here, wall, [shown], `${row.name}, ${lesson}`)}
        >
          <LaterIcon name="delete" />
        </button>
      </div>
      <div role="alert">{problem.value === '' ? null : <p class="refusal">{problem.value}</p>}</div>
    </section>
  );
}

function Chip({ shown }: { readonly shown: ShownResult }) {
  const { checks } = shown;
  const failing = checks.filter(({ state }) => state === 'failed').length;
  if (shown.isPassed) return <span class="badge good">{words.chip.passed}</span>;
  if (failing > 0) return <span class="badge bad">{words.chip.failing(failing)}</span>;
  const passed = checks.filter(({ state }) => state === 'passed').length;
  return <span class="badge">{words.chip.begun(passed, checks.length)}</span>;
}

const icons = { passed: 'passed', failed: 'failed', next: 'start', open: 'unchecked' } as const;

const CheckLine = ({ check, isNext }: { readonly check: ShownCheck; readonly isNext: boolean }) => (
  <li class={`is-${check.state}`}>
    <LaterIcon name={icons[check.state]} size={16} />
    <span dir="auto">
      {isNext ? <b>{check.name}</b> : check.name}
      <span class="hidden-text">, {words.checkStates[check.state]}</span>
    </span>
  </li>
);

const savedOf = ({ savedAt }: ShownResult): string => (savedAt === 0 ? '' : wallTimeOf(savedAt));

type SeveralProps = {
  readonly wall: WallState;
  readonly all: readonly ShownResult[];
  readonly shown: ShownResult;
};

/** Two results of one name: which is shown, or whether they are two people's. */
const Several = ({ wall, all, shown }: SeveralProps) => (
  <fieldset class="wall-several-choice">
    <legend>{words.choose}</legend>
    {all.map((one) => (
      <label key={one.kept.id}>
        <input
          type="radio"
          name="wall-several"
          checked={one === shown}
          onChange={() => void wall.choose(all, one.kept.id)}
        />
        <span dir="auto">
          {words.savedOption(
            savedOf(one),
            one.checks.filter(({ state }) => state === 'passed').length,
            one.checks.length,
            one.kept.source,
          )}
        </span>
      </label>
    ))}
    <button
      type="button"
      class="plain small"
      title={words.apartHint}
      onClick={() => void wall.setApart(shown)}
    >
      {words.apart}
    </button>
  </fieldset>
);
