import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { runHintsOf } from '../../engine/run-hints.ts';
import { useAppContext, useWorld } from '../context.ts';
import { allScripts } from '../names.ts';
import { Segmented } from '../controls/segmented.tsx';
import { Icon } from '../controls/icon.tsx';
import { words } from '../words/words.ts';
import { ignoredOf } from './ignored.ts';
import { LimitsTable } from './limits-table.tsx';
import { Problem } from './problem-row.tsx';
import {
  checkedRows,
  runRows,
  filteredProblems,
  type ProblemRow,
  type SeverityFilter,
} from './problems-list.ts';
import { problemsWords } from '../words/problems-words.ts';
import { sentence } from '../sentence.ts';
import './problems.css';

const kinds = ['all', 'error', 'warning', 'hint'] as const;
type Tab = SeverityFilter | 'limits';

/** What is wrong with every script as it stands in its editor, and hints at what may go wrong in a chat or did. */
export function Problems() {
  const { store, checks } = useAppContext();
  const scripts = useWorld((world) => allScripts(world).map(({ script }) => script));
  const events = store.events.value;
  const hints = useMemo(() => runHintsOf(events), [events]);
  const shown = useSignal<Tab>('all');
  const found = checks.found.value;
  const all = useMemo(
    () => [...checkedRows(scripts, found), ...runRows(scripts, hints)],
    [scripts, found, hints],
  );
  const tab = shown.value;
  const { rows, ignored, counts } = filteredProblems(
    all,
    tab === 'limits' ? 'all' : tab,
    ignoredOf(store).keys.value,
  );
  const isClean = counts.error + counts.warning === 0;
  return (
    <div class="problems">
      <div class="problems-bar">
        <Segmented
          label={problemsWords.kinds}
          choices={[
            ...kinds.map((name) => ({
              name,
              label: problemsWords.kind(problemsWords.shown[name], counts[name]),
            })),
            { name: 'limits' as const, label: problemsWords.limits },
          ]}
          chosen={tab}
          onChoose={(name) => {
            shown.value = name;
          }}
        />
      </div>
      <div class="lines" tabIndex={0}>
        {tab === 'limits' ? (
          <LimitsTable />
        ) : (
          <ProblemGroups rows={rows} ignored={ignored} isClean={isClean} shown={tab} />
        )}
      </div>
    </div>
  );
}

type ProblemGroupsProps = {
  readonly rows: readonly ProblemRow[];
  readonly ignored: readonly ProblemRow[];
  /** There are no errors and no warnings. */
  readonly isClean: boolean;
  readonly shown: SeverityFilter;
};

function ProblemGroups({ rows, ignored, isClean, shown }: ProblemGroupsProps) {
  return (
    <>
      {isClean && shown !== 'hint' ? <p class="problems-none">{problemsWords.none}</p> : null}
      {rows.length === 0 && (!isClean || shown === 'hint') ? (
        <p class="empty">{problemsWords.noneOfKind}</p>
      ) : null}
      {(['error', 'warning', 'hint'] as const).map((severity) => (
        <Group
          key={severity}
          title={problemsWords.group[severity]}
          rows={rows.filter((row) => row.severity === severity && row.from === 'check')}
        />
      ))}
      <Group title={problemsWords.fromRuns} rows={rows.filter(({ from }) => from === 'runs')} />
      {ignored.length === 0 ? null : <IgnoredHints rows={ignored} />}
    </>
  );
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly ProblemRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <ul>
        {rows.map((row, index) => (
          <Problem key={`${row.key} ${String(index)}`} row={row} />
        ))}
      </ul>
    </section>
  );
}

/** What was ignored, folded; each can be taken back. */
function IgnoredHints({ rows }: { readonly rows: readonly ProblemRow[] }) {
  const { store } = useAppContext();
  return (
    <details class="problems-ignored">
      <summary>
        <Icon name="unseen" size={13} /> {problemsWords.ignored(rows.length)}
      </summary>
      <ul>
        {rows.map((row, index) => (
          <li key={`${row.key} ${String(index)}`} class="problem hint">
            <span class="line-button hint">
              <span class="line-text">
                {row.from === 'check' ? row.found.message : sentence(row.hint.hint)}
              </span>
              <span class="line-place">{words.place(row.name, Math.max(1, row.line), row.column)}</span>
            </span>
            <span class="problem-acts">
              <button
                type="button"
                class="quiet small"
                onClick={() => {
                  ignoredOf(store).takeBack(row.key);
                }}
              >
                {problemsWords.takeBack}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
