import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CoveredScript, CoverageReport } from '../../protocol/coverage.ts';
import { useStore } from '../context.ts';
import { coverageOfTests } from './coverage-of.ts';
import { coverageWords as words } from '../words/coverage-words.ts';
import { HeatMap } from './heat-map.tsx';
import { NeverUsed } from './never-used.tsx';
import { ScriptLines } from './script-lines.tsx';
import { percentOf, Shares } from './shares.tsx';
import { WaysNotTaken } from './ways-not-taken.tsx';
import './coverage.css';

/** What the tests of the workspace make use of: a script with its lines, and the session diagram. */
export function TestsCoverage() {
  const coverage = coverageOfTests(useStore());
  useEffect(() => coverage.watch(), [coverage]);
  const { report, trouble, isCounting } = coverage.state.value;
  if (report === null || report.runs === 0) {
    return (
      <p class="note tests-coverage-none" role="status">
        {trouble !== null ? words.troubles[trouble] : isCounting ? words.counting : ''}
      </p>
    );
  }
  return (
    <div class="tests-coverage">
      <Scripts report={report} />
      <div class="coverage-side">
        <HeatMap diagram={report.diagram} by="tests" note={words.ofTests(report.runs)} />
        <WaysNotTaken diagram={report.diagram} by="tests" />
        <NeverUsed settings={report.neverUsed} />
      </div>
    </div>
  );
}

const keyOf = ({ folder, name, source }: CoveredScript): string => JSON.stringify([folder, name, source]);

/** The one that tests reach least, of those that they reach. */
function leastCovered(scripts: readonly CoveredScript[]): CoveredScript | undefined {
  const reached = scripts.filter(({ statements }) => statements.covered > 0);
  return (reached.length === 0 ? scripts : reached).toSorted(
    (a, b) => percentOf(a.statements) - percentOf(b.statements) || b.statements.total - a.statements.total,
  )[0];
}

function Scripts({ report }: { readonly report: CoverageReport }) {
  const chosen = useSignal('');
  const scripts = report.scripts.filter(({ statements }) => statements.total > 0);
  const shown = scripts.find((script) => keyOf(script) === chosen.value) ?? leastCovered(scripts);
  if (shown === undefined) return <p class="empty">{words.noScripts}</p>;
  return (
    <section class="tests-coverage-script" aria-label={words.title}>
      <header>
        <h3>{words.title}</h3>
        <select
          aria-label={words.columns.script}
          value={keyOf(shown)}
          onChange={({ currentTarget: { value } }) => {
            chosen.value = value;
          }}
        >
          {[...new Set(scripts.map(({ folder }) => folder))].map((folder) => (
            <optgroup key={folder} label={folder}>
              {scripts
                .filter((script) => script.folder === folder)
                .map((script) => (
                  <option key={keyOf(script)} value={keyOf(script)}>
                    {words.scriptAt(script.name, percentOf(script.statements))}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <span class="push" />
        <Shares scripts={[shown]} />
      </header>
      {shown.language === 'javascript' ? (
        <p class="note tests-coverage-none">{words.javascript(shown.lines[0]?.hits ?? 0)}</p>
      ) : null}
      <ScriptLines script={shown} />
    </section>
  );
}
