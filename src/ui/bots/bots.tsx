import { useRef } from 'preact/hooks';
import { useAppContext, useWorld } from '../context.ts';
import { debugMode } from '../debug/debug-mode.ts';
import { DebugSwitch } from '../debug/debug-switch.tsx';
import { Count } from '../controls/count.tsx';
import { ErrorBoundary } from '../controls/error-boundary.tsx';
import { Later } from '../controls/later.tsx';
import { Splitter } from '../controls/splitter.tsx';
import { FoldingTabs } from '../controls/folding-tabs.tsx';
import { useFocusKept } from '../controls/use-focus-kept.ts';
import { MaximiseButton } from '../stage/maximise.tsx';
import { botWords } from '../words/bot-words.ts';
import { words } from '../words/words.ts';
import { Console } from './console/console.tsx';
import { FolderList } from './folders/folder-list.tsx';
import { scriptDraftKey } from './folders/script-names.ts';
import { ScriptPane } from './scripts/script-pane.tsx';
import { Tables } from './tables/tables.tsx';
import { useBadges } from './use-badges.ts';
import './bots.css';

const tabNames = {
  script: words.script,
  problems: words.problems,
  console: words.console,
  http: words.http,
  tables: words.tables,
  automation: words.automation,
  coverage: botWords.coverage,
};

const fetchDebugPane = () => import('../debug/debug-pane.tsx').then(({ DebugPane }) => DebugPane);
const fetchDebugSide = () => import('../debug/debug-side.tsx').then(({ DebugSide }) => DebugSide);
const fetchProblems = () => import('../problems/problems.tsx').then(({ Problems }) => Problems);
const fetchHttp = () => import('./http/http.tsx').then(({ Http }) => Http);
const fetchCoverage = () => import('../coverage/coverage.tsx').then(({ Coverage }) => Coverage);
const fetchAutomation = () => import('./automation/automation.tsx').then(({ Automation }) => Automation);

/** Scripts, what is wrong with them, and what they print. */
export function Bots() {
  const { store, windowState } = useAppContext();
  const { bottom, script: open, table } = windowState.view.value;
  const { folders: width } = windowState.sizes.value;
  const isThere = useWorld((world) =>
    world.folders.some(({ scripts }) => scripts.some(({ id }) => id === open)),
  );
  // What is written into a script that somebody deleted elsewhere is still there.
  const exists = isThere || (open > 0 && store.draft(scriptDraftKey(open)) !== '');
  const pane = useRef<HTMLElement>(null);
  useFocusKept(pane);
  const debugs = debugMode.value;
  const { problems, lines, failures, calls, unanswered, isPart, linesArePart } = useBadges();
  return (
    <section
      ref={pane}
      class={`pane bots ${debugs ? 'debugging' : ''}`}
      aria-label={botWords.bots}
      style={{ '--folders': `${String(width)}%` }}
    >
      <FolderList />
      <Splitter of="folders" name={botWords.bots} direction="column" />
      <div class="bots-main">
        <div class="bots-head">
          <FoldingTabs
            label={botWords.bots}
            open={bottom}
            onOpen={(name) => {
              windowState.change({ bottom: name });
            }}
            panel="bots-panel"
            tabs={[
              { name: 'script', label: words.script },
              {
                name: 'problems',
                label: (
                  <span class="counted">
                    {words.problems} <Count n={problems} bad />
                  </span>
                ),
              },
              {
                name: 'console',
                label: (
                  <span class="counted">
                    {words.console}{' '}
                    <Count
                      n={failures > 0 ? failures : lines}
                      bad={failures > 0}
                      atLeast={linesArePart && failures === 0}
                    />
                  </span>
                ),
              },
              {
                name: 'http',
                label: (
                  <span class="counted short">
                    {words.http}{' '}
                    <Count
                      n={unanswered > 0 ? unanswered : calls}
                      bad={unanswered > 0}
                      atLeast={isPart && unanswered === 0}
                    />
                  </span>
                ),
              },
              { name: 'tables', label: words.tables },
              { name: 'automation', label: words.automation },
              { name: 'coverage', label: botWords.coverage },
            ]}
          />
          {debugs ? <DebugSwitch script={open} /> : null}
          <MaximiseButton of="workbench" />
        </div>
        <div class="bots-panel" id="bots-panel" role="tabpanel" aria-label={tabNames[bottom]}>
          <ErrorBoundary key={`${bottom} ${String(open)}`}>
            {bottom === 'console' ? <Console /> : null}
            {bottom === 'problems' ? <Later load={fetchProblems} /> : null}
            {bottom === 'http' ? <Later load={fetchHttp} /> : null}
            {bottom === 'automation' ? <Later load={fetchAutomation} /> : null}
            {bottom === 'coverage' ? <Later load={fetchCoverage} /> : null}
            {bottom === 'tables' ? (
              <Tables
                chosen={table}
                onChoose={(name) => {
                  windowState.change({ table: name });
                }}
              />
            ) : null}
            {bottom === 'script' && debugs ? <Later load={fetchDebugPane} /> : null}
            {bottom === 'script' && exists && !debugs ? <ScriptPane key={open} script={open} /> : null}
            {bottom === 'script' && !exists && !debugs ? <p class="empty">{botWords.noScript}</p> : null}
          </ErrorBoundary>
        </div>
      </div>
      {debugs ? <Later load={fetchDebugSide} /> : null}
    </section>
  );
}
