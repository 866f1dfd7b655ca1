import type { RecordedEvent } from '../../engine/events.ts';
import { useSurroundings, useWorld } from '../context.ts';
import { ruleWords, whyText } from '../event-text.ts';
import { oneLine } from '../format.ts';
import { scriptOf } from '../names.ts';
import { words } from '../words.ts';
import { causalList, missingCause, whyRows } from './causes.ts';
import { useLastStatusChange, useLookUp } from './use-events.ts';

/** Why something happened: the event and everything it follows from, with rules and lines of scripts. */
export function Why({ session }: { readonly session: number }) {
  const { windowState } = useSurroundings();
  const { event: selected } = windowState.view.value;
  const change = useLastStatusChange(session);
  const { events, lookUp } = useLookUp((look) => {
    const known = selected === 0 ? change : look(selected);
    if (known === undefined) return selected;
    return missingCause(known, look);
  });
  const event = selected === 0 ? change : lookUp(selected);
  return (
    <section class="why" aria-labelledby="why-title">
      <header class="pane-head">
        <h2 id="why-title">{words.why}</h2>
        <span class="muted">{selected === 0 ? words.whyStatus : words.whyEvent(selected)}</span>
        <span class="push" />
        {selected === 0 ? null : (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              windowState.change({ event: 0 });
            }}
          >
            {words.backToStatus}
          </button>
        )}
      </header>
      {event === undefined ? (
        <p class="empty slim">{words.whyEmpty}</p>
      ) : (
        <ol class="causes">
          {whyRows(causalList(event, events, lookUp)).map((row) =>
            row.kind === 'line' ? (
              <Line key={`line ${String(row.seq)}`} script={row.script} line={row.line} />
            ) : (
              <Cause key={row.event.seq} cause={row.event} last={row.event.seq === event.seq} />
            ),
          )}
        </ol>
      )}
    </section>
  );
}

function Cause({ cause, last }: { readonly cause: RecordedEvent; readonly last: boolean }) {
  const { windowState } = useSurroundings();
  const show = () => {
    windowState.change({ event: cause.seq });
  };
  return (
    <li class={last ? 'cause last' : 'cause'} {...(last ? { 'aria-current': 'true' } : {})}>
      <button type="button" class="cause-button" onClick={show}>
        <Said event={cause} />
      </button>
    </li>
  );
}

function Said({ event }: { readonly event: RecordedEvent }) {
  const { said, more } = useWorld((world) => whyText(event, world));
  const rule = event.rule === undefined ? '' : ` ${words.ofRule(event.rule)}`;
  if (event.type === 'session.statusChanged') {
    return (
      <>
        <b>
          {String(event.from)} → {String(event.to)}
        </b>{' '}
        <span class="muted">{`${ruleWords(event.rule)}${rule}`.trim()}</span>
      </>
    );
  }
  return (
    <>
      <b>{said}</b> <span class="muted">{`${oneLine(more, 60)}${rule}`}</span>
    </>
  );
}

/** The line of the script that did it; opens the script there. */
function Line({ script: id, line }: { readonly script: number; readonly line: number }) {
  const { windowState } = useSurroundings();
  const script = useWorld((world) => scriptOf(world, id));
  const source = script?.source.split('\n')[line - 1]?.trim() ?? '';
  const open = () => {
    windowState.change({ script: id, line, column: 1, bottom: 'script', pane: 'bots' });
  };
  return (
    <li class="cause">
      <button type="button" class="cause-button" onClick={open}>
        <b>{words.scriptLine(script?.name ?? '', line)}</b> <code>{oneLine(source, 36)}</code>
      </button>
    </li>
  );
}
