import { useEffect, useRef } from 'preact/hooks';
import { breakpointsOf } from '../breakpoints/breakpoints.ts';
import { useStore, useAppContext, useWorld } from '../context.ts';
import { scriptOf } from '../names.ts';
import { Later } from '../controls/later.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { useNarrow } from '../controls/use-narrow.ts';
import { oneLine } from '../format.ts';
import { sentence } from '../sentence.ts';
import { CallStack } from './call-stack.tsx';
import { ChatHere } from './chat-here.tsx';
import { scriptName } from './call-rows.ts';
import { DebuggedSource } from './debugged-source.tsx';
import { debuggingOf, type Debugging } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { LogPoints } from './log-points.tsx';
import { shownPane, type DebugPaneName } from './shown-pane.ts';
import { StatementSlider } from './statement-slider.tsx';
import { Toolbar } from './toolbar.tsx';
import { useDebugKeys } from './use-debug-keys.ts';
import { Variables } from './variables.tsx';
import { WatchList } from './watch-list.tsx';
import './debug.css';
import { openLastRun } from './last-run.ts';

const loadOrigin = () => import('./origin-place.tsx').then(({ OriginPlace }) => OriginPlace);

const panes: readonly DebugPaneName[] = ['source', 'calls', 'variables', 'console'];

/** The debugger in the place of the script: the ways through the step, its text, and the slider over all its statements. */
export function DebugPane() {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const narrow = useNarrow();
  useDebugKeys(debugging);
  useOtherBreakpoints(debugging);
  const view = debugging.view.value;
  const refusal = debugging.refusal.value;
  const pane = narrow ? shownPane.value : 'source';
  return (
    <div class="debug" data-statement={view?.statement ?? 0} aria-busy={debugging.isBusy.value}>
      <Toolbar />
      {debugging.origin.value === null ? null : <Later load={loadOrigin} />}
      {refusal === '' ? null : (
        <p class="refusal debug-refusal" role="alert">
          {refusal}
          <button
            type="button"
            class="quiet"
            onClick={() => {
              debugging.refusal.value = '';
            }}
          >
            {words.understood}
          </button>
        </p>
      )}
      {view === null ? (
        <Nothing />
      ) : (
        <>
          {narrow ? (
            <Segmented
              label={words.mode}
              choices={panes.map((name) => ({ name, label: words.panes[name] }))}
              chosen={pane}
              onChoose={(name) => {
                shownPane.value = name;
              }}
            />
          ) : null}
          {pane === 'source' ? <Source /> : null}
          {pane === 'calls' ? (
            <div class="debug-one">
              <CallStack />
              <ChatHere />
            </div>
          ) : null}
          {pane === 'variables' ? (
            <div class="debug-one">
              <Variables />
            </div>
          ) : null}
          {pane === 'console' ? (
            <div class="debug-one">
              <WatchList />
              <LogPoints />
            </div>
          ) : null}
          <StatementSlider />
        </>
      )}
    </div>
  );
}

/** The text of the selected call as it ran, with what is to be known of it above. */
function Source() {
  const { store, windowState } = useAppContext();
  const debugging = debuggingOf(store);
  const view = debugging.view.value;
  const { script: open } = windowState.view.value;
  const world = useWorld((now) => now);
  if (view === null) return null;
  const call = view.calls[debugging.frame.value];
  const id = call?.script ?? open;
  const stored = scriptOf(world, id);
  const then = view.textsThen[id];
  const text = then ?? stored?.source;
  const name = call === undefined ? (stored?.name ?? '') : scriptName(world, call);
  const unsure = view.hits.find(({ problem }) => problem !== undefined)?.problem;
  const { list } = breakpointsOf(store);
  const changes = view.hits.flatMap(({ breakpoint: id, change }) => {
    const one = list.value.find((other) => other.id === id);
    return change === undefined || one?.kind !== 'data' ? [] : [{ id, ...change, of: one.expression }];
  });
  const failure = view.failures.find(({ statement }) => statement === view.statement);
  return (
    <>
      {then === undefined ? null : (
        <p class="debug-note">{stored === undefined ? words.gone : words.asThen}</p>
      )}
      {failure === undefined ? null : (
        <p class="debug-note bad">
          <LaterIcon name="warn" /> <b>{failure.isCaught ? words.caughtHere : words.failedHere}</b>{' '}
          {sentence(failure.failure)}
        </p>
      )}
      {changes.map(({ id, of, before, after }) => (
        <p key={id} class="debug-note debug-changes">
          {words.changesHere(of, oneLine(before, 80), oneLine(after, 80))}
        </p>
      ))}
      {unsure === undefined ? null : (
        <p class="debug-note">
          <LaterIcon name="warn" /> {words.unsure} {sentence(unsure)}
        </p>
      )}
      {text === undefined ? (
        <p class="empty">{words.noText}</p>
      ) : (
        <DebuggedSource
          key={id}
          script={id}
          name={name}
          text={text}
          language={stored?.language ?? 'crmscript'}
        />
      )}
    </>
  );
}

/** Marks and console go along with breakpoints that are set while one looks, as if they had always been there. */
function useOtherBreakpoints(debugging: Debugging): void {
  const { list } = breakpointsOf(useStore());
  const known = useRef(list.value);
  useEffect(() => {
    if (known.current === list.value) return;
    known.current = list.value;
    const at = debugging.view.peek()?.statement;
    if (at !== undefined) void debugging.goTo(at);
  }, [debugging, list.value]);
}

/** While nothing is looked at: how one comes to look at something. */
function Nothing() {
  const { store, windowState } = useAppContext();
  const debugging = debuggingOf(store);
  const { script } = windowState.view.value;
  if (debugging.isBusy.value) return <p class="empty">{words.opening}</p>;
  return (
    <div class="empty debug-nothing">
      <p>{words.nothing}</p>
      <p class="note">{words.nothingHint}</p>
      <button type="button" class="plain" onClick={() => void openLastRun(store, script)}>
        {words.lastRun}
      </button>
    </div>
  );
}
