import { useSignal } from '@preact/signals';
import type { DiagramCoverage } from '../../protocol/coverage.ts';
import type { SessionStatus } from '../../engine/numbers.ts';
import { useShowOnStage, useAppContext, useWorld } from '../context.ts';
import { usual } from '../session/diagram-layout.ts';
import { StatusChip } from '../conversation/status-chip.tsx';
import { words as pageWords } from '../words/words.ts';
import type { CountedBy } from './counting.ts';
import { coverageWords as words } from '../words/coverage-words.ts';

type Ways = DiagramCoverage['known'];

/** So many are shown unless all are asked for. */
const most = 5;

const keyOf = (from: SessionStatus | null, to: SessionStatus): string =>
  `${from === null ? '-' : String(from)} ${String(to)}`;

/** The beginnings and the usual ways first: those of the diagram. */
const rank = ({ from, to }: Ways[number]): number =>
  from === null || usual.some(([a, b]) => a === from && b === to) ? 0 : 1;

type Props = { readonly diagram: DiagramCoverage; readonly by: CountedBy };

/** The ways of the diagram that nobody took, with what makes a session take them; then those that it does not have. */
export function WaysNotTaken({ diagram: { known, others }, by }: Props) {
  const isWhole = useSignal(false);
  const asked = useSignal('');
  const never = known.filter(({ hits }) => hits === 0).toSorted((a, b) => rank(a) - rank(b));
  const shown = isWhole.value ? never : never.slice(0, most);
  return (
    <>
      {never.length === 0 ? null : (
        <section class="coverage-section" aria-label={words.notTakenList[by]}>
          <h3>{words.notTakenList[by]}</h3>
          <ul>
            {shown.map(({ from, to }) => (
              <li key={keyOf(from, to)}>
                <Statuses from={from} to={to} />
                <span class="way-why">{words.ways[keyOf(from, to)]}</span>
                {by === 'conversation' ? null : (
                  <button
                    type="button"
                    class="quiet small write-test"
                    aria-expanded={asked.value === keyOf(from, to)}
                    onClick={() => {
                      asked.value = asked.peek() === keyOf(from, to) ? '' : keyOf(from, to);
                    }}
                  >
                    {words.writeTest}
                  </button>
                )}
                {asked.value === keyOf(from, to) ? <WriteTest from={from} to={to} /> : null}
              </li>
            ))}
          </ul>
          {never.length <= most ? null : (
            <button
              type="button"
              class="quiet small"
              onClick={() => {
                isWhole.value = !isWhole.peek();
              }}
            >
              {isWhole.value ? words.showLess : words.showAll(never.length)}
            </button>
          )}
        </section>
      )}
      {others.length === 0 ? null : (
        <section class="coverage-section" aria-label={words.otherWays}>
          <p class="note">{words.otherWays}</p>
          <ul>
            {others.map(({ from, to, hits }) => (
              <li key={keyOf(from, to)}>
                <Statuses from={from} to={to} />
                <span class="way-why">{words.times(hits)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const Statuses = ({ from, to }: Pick<Ways[number], 'from' | 'to'>) => (
  <span class="way-statuses">
    {from === null ? words.begins : <StatusChip status={from} bare />} → <StatusChip status={to} bare />
  </span>
);

/**
 * How the test comes about: a conversation that takes the way is saved. Where the open one has taken it, that can be done at
 * once.
 */
function WriteTest({ from, to }: Pick<Ways[number], 'from' | 'to'>) {
  const { files } = useAppContext();
  const showOnStage = useShowOnStage();
  const isTaken = useWorld((world) =>
    [...world.sessions].some(({ way }) => way.some(([a, b]) => a === from && b === to)),
  );
  return (
    <p class="write-hint">
      {isTaken ? words.isTaken : words.writeTestHint}{' '}
      <button
        type="button"
        class="quiet small"
        onClick={() => {
          if (isTaken) files.shows.value = 'saveTest';
          else showOnStage({ maximised: 'none', pane: 'customers' });
        }}
      >
        {isTaken ? pageWords.saveTest : words.toStage}
      </button>
    </p>
  );
}
