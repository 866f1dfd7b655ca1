import { useMemo } from 'preact/hooks';
import { limitsOf, runUsages, worstOf, type WorstUsage } from '../../engine/limits-seen.ts';
import { useAppContext, useWorld } from '../context.ts';
import { allScripts } from '../names.ts';
import { chooseEvent } from '../select-event.ts';
import { Rule } from './rule.tsx';
import { LimitBar } from './limit-bar.tsx';
import { problemsWords as words } from '../words/problems-words.ts';

/** The most that the runs of each script used of what there are limits for, those nearest to one first. */
export function LimitsTable() {
  const { store } = useAppContext();
  const events = store.events.value;
  const budget = useWorld(({ options }) => options.statementBudget);
  const worst = useMemo(() => worstOf(runUsages(events), budget), [events, budget]);
  if (worst.length === 0) return <p class="empty">{words.noRuns}</p>;
  return (
    <div class="limits">
      <p class="note">
        {words.limitsNote} <Rule rule="rulings 40" />
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.script}</th>
            <th scope="col">{words.columns.time}</th>
            <th scope="col">{words.columns.memory}</th>
            <th scope="col">{words.columns.statements}</th>
            <th scope="col" class="number">
              {words.columns.calls}
            </th>
            <th scope="col" class="number">
              {words.columns.runs}
            </th>
          </tr>
        </thead>
        <tbody>
          {worst.map((one) => (
            <Row key={one.script} worst={one} budget={budget} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ worst, budget }: { readonly worst: WorstUsage; readonly budget: number }) {
  const { store, windowState } = useAppContext();
  const name = useWorld(
    (world) => allScripts(world).find(({ script }) => script.id === worst.script)?.script.name ?? '',
  );
  const open = () => {
    const events = store.events.peek();
    const event = events[worst.end - (events[0]?.seq ?? 1)];
    if (event !== undefined) chooseEvent({ store, windowState }, event);
    windowState.change({ pane: 'timeline' });
  };
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" title={words.worstHint} onClick={open}>
          {name === '' ? words.gone(worst.script) : name}
        </button>
      </th>
      {limitsOf(worst, budget).map((limited) => (
        <td key={limited.of} data-label={words.columns[limited.of]}>
          <LimitBar limited={limited} />
        </td>
      ))}
      <td class="number" data-label={words.columns.calls}>
        {worst.calls}
      </td>
      <td class="number" data-label={words.columns.runs}>
        {worst.runs}
      </td>
    </tr>
  );
}
