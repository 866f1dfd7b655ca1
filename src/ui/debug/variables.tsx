import { useMemo } from 'preact/hooks';
import type { DebugCall } from '../../protocol/debug-api.ts';
import { useAppContext, useWorld } from '../context.ts';
import { scriptOf } from '../names.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { doVerb } from './do-verb.ts';
import { Effects } from './effects.tsx';
import { RowTree } from './row-tree.tsx';
import { createUnfolded } from './unfolded.ts';
import { namesByReference } from './variable-path.ts';
import { VariableRow } from './variable-row.tsx';

/** What the selected call holds: its own, the script's, and what it was called with. */
export function Variables() {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const view = debugging.view.value;
  if (view === null) return null;
  const frame = debugging.frame.value;
  const call = view.calls[frame];
  const edits = view.hand.edits?.length ?? 0;
  return (
    <section class="debug-part debug-variables" aria-label={words.variables}>
      <header class="debug-head">
        <h3>{words.variables}</h3>
        <span class="push" />
        <button
          type="button"
          class="quiet small debug-last"
          title={words.verbs.lastChange[1]}
          aria-disabled={debugging.selected.value === ''}
          onClick={() => void doVerb(debugging, 'lastChange')}
        >
          <LaterIcon name="lastChange" size={13} /> {words.lastChange}
        </button>
      </header>
      <p class="hidden-text" role="status">
        {debugging.saidOfStops.value}
      </p>
      {edits === 0 ? null : <p class="note debug-by-hand">{words.byHand(edits)}</p>}
      {call === undefined ? (
        <div class="debug-scroll">
          <p class="empty slim">{words.noneAtEnd}</p>
          <Effects />
        </div>
      ) : (
        <Held call={call} isInnermost={frame === 0} />
      )}
    </section>
  );
}

function Held({ call, isInnermost }: { readonly call: DebugCall; readonly isInnermost: boolean }) {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const unfolded = useMemo(createUnfolded, []);
  const language = useWorld((world) => scriptOf(world, call.script)?.language);
  const returned = isInnermost ? debugging.view.value?.returned : undefined;
  const { eventData } = call;
  const names = namesByReference(call.variables);
  const own = call.variables.filter(({ global }) => global !== true);
  const ofScript = call.variables.filter(({ global }) => global === true);
  const row = (variable: DebugCall['variables'][number]) => {
    const others = names.get(variable.reference ?? 0)?.filter((name) => name !== variable.name) ?? [];
    return (
      <VariableRow
        key={`${call.name} ${variable.name}`}
        variable={variable}
        place={`${String(call.script)} ${call.name} ${variable.name}`}
        path={variable.name}
        level={0}
        unfolded={unfolded}
        isChanged={call.changed.includes(variable.name)}
        sameAs={others}
      />
    );
  };
  const isEmpty = call.variables.length === 0 && eventData === undefined;
  const isJavaScript = language === 'javascript';
  return (
    <div class="debug-scroll">
      {isJavaScript ? <p class="note debug-javascript">{words.javascript}</p> : null}
      {isEmpty && !isJavaScript ? <p class="empty slim">{words.noVariables}</p> : null}
      {isEmpty && returned === undefined ? null : (
        <RowTree label={words.variables}>
          {returned === undefined ? null : (
            <VariableRow
              variable={{ ...returned, name: `${returned.name}()` }}
              place="returned"
              path=""
              level={0}
              unfolded={unfolded}
              note={words.returned}
            />
          )}
          {own.map(row)}
          {ofScript.length > 0 && own.length > 0 ? (
            <p class="debug-section" role="presentation">
              {words.ofScript}
            </p>
          ) : null}
          {ofScript.map(row)}
          {eventData === undefined ? null : (
            <VariableRow
              variable={{ ...eventData, name: words.eventData }}
              place={`${String(call.script)} event`}
              path=""
              level={0}
              unfolded={unfolded}
            />
          )}
        </RowTree>
      )}
      {isJavaScript ? <Effects /> : null}
    </div>
  );
}
