import { useSignal } from '@preact/signals';
import type { DiagramCoverage } from '../../protocol/coverage.ts';
import type { SessionStatus } from '../../engine/numbers.ts';
import { useShowOnStage } from '../context.ts';
import { usual } from '../middle/diagram-layout.ts';
import { StatusChip } from '../parts/status-chip.tsx';
import type { CountedBy } from './counting.ts';
import { coverageWords as words } from './coverage-words.ts';

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
                {asked.value === keyOf(from, to) ? <WriteTest /> : null}
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

function WriteTest() {
  const showOnStage = useShowOnStage();
  return (
    <p class="write-hint">
      {words.writeTestHint}{' '}
      <button
        type="button"
        class="quiet small"
        onClick={() => {
          showOnStage({ maximised: 'none', pane: 'customers' });
        }}
      >
        {words.toStage}
      </button>
    </p>
  );
}
