import { useEffect } from 'preact/hooks';
import { useStore } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { coverageOf } from './coverage-of.ts';
import { coverageWords as words } from '../words/coverage-words.ts';
import { HeatMap } from './heat-map.tsx';
import { NeverUsed } from './never-used.tsx';
import { ScriptTable } from './script-table.tsx';
import { Shares } from './shares.tsx';
import { WaysNotTaken } from './ways-not-taken.tsx';
import './coverage.css';

/** What the conversation, or the tests of the workspace, make use of: scripts, the session diagram, settings. */
export function Coverage() {
  const coverage = coverageOf(useStore());
  useEffect(() => coverage.watch(), [coverage]);
  const { by, report, trouble } = coverage.state.value;
  return (
    <div class="coverage">
      <Head coverage={coverage} />
      {trouble === null ? null : (
        <p class="coverage-trouble" role="alert">
          {words.troubles[trouble]}
        </p>
      )}
      {report === null ? null : report.runs === 0 ? (
        <p class="empty">{words.noTests}</p>
      ) : (
        <div class="coverage-parts">
          <ScriptTable report={report} />
          <div class="coverage-side">
            <HeatMap diagram={report.diagram} by={by} />
            <WaysNotTaken diagram={report.diagram} by={by} />
            <NeverUsed settings={report.neverUsed} />
          </div>
        </div>
      )}
    </div>
  );
}

function Head({ coverage }: { readonly coverage: ReturnType<typeof coverageOf> }) {
  const { by, report, step, isCounting } = coverage.state.value;
  return (
    <header class="coverage-head">
      <Segmented
        label={words.by}
        choices={[
          { name: 'conversation', label: words.conversation },
          { name: 'tests', label: words.tests },
        ]}
        chosen={by}
        onChoose={(chosen) => {
          coverage.countBy(chosen);
        }}
      />
      {report === null || report.runs === 0 ? null : <Shares scripts={report.scripts} />}
      <span class="note" role="status">
        {isCounting && report === null ? words.counting : ''}
        {report === null || report.runs === 0
          ? ''
          : by === 'conversation'
            ? words.upTo(step)
            : words.ofTests(report.runs)}
        {report !== null && report.unread > 0 ? ` · ${words.unread(report.unread)}` : ''}
      </span>
      <span class="push" />
      <label class="coverage-margin" title={words.inMarginHint}>
        <input
          type="checkbox"
          checked={coverage.inMargin.value}
          onChange={({ currentTarget: { checked } }) => {
            coverage.showInMargin(checked);
          }}
        />
        {words.inMargin}
      </label>
      <button
        type="button"
        class="quiet icon-button"
        aria-label={words.again}
        title={words.again}
        aria-disabled={isCounting}
        onClick={() => {
          coverage.count();
        }}
      >
        <LaterIcon name="earlier" />
      </button>
    </header>
  );
}
