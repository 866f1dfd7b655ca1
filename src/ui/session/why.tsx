import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { EventOf, RecordedEvent } from '../../engine/events.ts';
import { placeOf } from '../bots/console/console-lines.ts';
import { sharedStart } from '../bots/folders/script-names.ts';
import { useAppContext, useView, useWorld } from '../context.ts';
import { oneLine } from '../format.ts';
import { allScripts } from '../names.ts';
import { Later } from '../controls/later.tsx';
import { TabStrip } from '../controls/tab-strip.tsx';
import { RuleButton } from '../rules/rule-button.tsx';
import { RuleText } from '../rules/rule-mark.tsx';
import { chooseEvent } from '../select-event.ts';
import { sentenceOf } from '../sentences/sentence-of.ts';
import { textOf } from '../sentences/sentence.ts';
import { SentenceView } from '../sentences/sentence-view.tsx';
import { words } from '../words/words.ts';
import { causalList, missingCause, whyRows } from './causes.ts';
import { openFailure } from './failures.ts';
import { useLastStatusChange, useLookUp } from './use-events.ts';
import { whyWords } from '../words/why-words.ts';
import './why.css';

const loadWhyNot = () => import('../why-not/why-not.tsx').then(({ WhyNot }) => WhyNot);

/** Why something happened in the selected session, and why something did not: loaded when the window stands. */
export function Why() {
  const session = useView((view) => view.session);
  const isThere = useWorld((world) => world.sessions.get(session) !== undefined);
  const tab = useSignal<'why' | 'whyNot'>('why');
  const panel = useId();
  if (!isThere) return null;
  const names = { why: words.why, whyNot: whyWords.whyNot };
  return (
    <section class="why" aria-labelledby="why-title">
      <header class="pane-head">
        <h2 id="why-title" class="hidden-text">
          {names[tab.value]}
        </h2>
        <TabStrip
          label={whyWords.label}
          tabs={(['why', 'whyNot'] as const).map((name) => ({ name, label: names[name] }))}
          open={tab.value}
          onOpen={(name) => {
            tab.value = name;
          }}
          panel={panel}
        />
        {tab.value === 'why' ? <Explained session={session} /> : null}
        <span class="push" />
        <BackToStatus />
      </header>
      <div id={panel} role="tabpanel" aria-label={names[tab.value]}>
        {tab.value === 'why' ? <Causes session={session} /> : <Later load={loadWhyNot} />}
      </div>
    </section>
  );
}

/** The chosen event, else the newest that is to be explained. */
function useExplained(session: number) {
  const selected = useView(({ event }) => event);
  const change = useLastStatusChange(session);
  const newest = useNewest(session, change);
  const { events, lookUp } = useLookUp((look) => {
    const known = selected === 0 ? newest : look(selected);
    if (known === undefined) return selected;
    return missingCause(known, look);
  });
  return { selected, event: selected === 0 ? newest : lookUp(selected), events, lookUp };
}

/** What is explained, in a few words. */
function Explained({ session }: { readonly session: number }) {
  const { selected, event } = useExplained(session);
  return (
    <span class="muted">
      {event?.type === 'script.failed'
        ? whyWords.failure
        : selected === 0
          ? whyWords.status
          : whyWords.event(selected)}
    </span>
  );
}

function BackToStatus() {
  const { windowState } = useAppContext();
  if (windowState.view.value.event === 0) return null;
  return (
    <button
      type="button"
      class="quiet"
      onClick={() => {
        windowState.change({ event: 0 });
      }}
    >
      {whyWords.backToStatus}
    </button>
  );
}

/** The event and everything it follows from, with rules and lines of scripts. */
function Causes({ session }: { readonly session: number }) {
  const { event, events, lookUp } = useExplained(session);
  const place = useWorld((world) => (failure: EventOf<'script.failed'>) => placeOf(failure, world));
  if (event === undefined) return <p class="empty slim">{whyWords.empty}</p>;
  return (
    <ol class="causes">
      {whyRows(causalList(event, events, lookUp), place).map((row) =>
        row.kind === 'line' ? (
          <Line key={`line ${String(row.seq)}`} script={row.script} line={row.line} />
        ) : (
          <Cause key={row.event.seq} cause={row.event} lookUp={lookUp} last={row.event.seq === event.seq} />
        ),
      )}
    </ol>
  );
}

/** What is to be explained when nothing was chosen: the last change of status, or that a script failed after it. */
function useNewest(session: number, change: RecordedEvent | undefined): RecordedEvent | undefined {
  const { events } = useAppContext().store;
  const failure = openFailure(events.value, session);
  return failure !== undefined && failure.seq > (change?.seq ?? 0) ? failure : change;
}

type CauseProps = {
  readonly cause: RecordedEvent;
  readonly lookUp: (seq: number) => RecordedEvent | undefined;
  readonly last: boolean;
};

function Cause({ cause, lookUp, last }: CauseProps) {
  const { store, windowState } = useAppContext();
  useWorld((world) => textOf(sentenceOf(cause, { world, lookUp })));
  const world = store.world.peek();
  const isOpen = useSignal(false);
  if (world === null) return null;
  const sentence = sentenceOf(cause, { world, lookUp });
  const { rule } = cause;
  return (
    <li class={last ? 'cause last' : 'cause'} {...(last ? { 'aria-current': 'true' } : {})}>
      <div class="cause-line">
        <button
          type="button"
          class="cause-button"
          title={textOf(sentence)}
          data-moment={cause.seq}
          onClick={() => {
            chooseEvent({ store, windowState }, cause);
          }}
        >
          <span class="cause-text">
            <SentenceView {...sentence} />
          </span>
        </button>
        {rule === undefined ? null : <RuleButton rule={rule} isOpen={isOpen} />}
      </div>
      {rule !== undefined && isOpen.value ? <RuleText rule={rule} /> : null}
    </li>
  );
}

/** The line of the script that did it; opens the script there. */
function Line({ script: id, line }: { readonly script: number; readonly line: number }) {
  const { windowState } = useAppContext();
  const found = useWorld((world) => allScripts(world).find(({ script: one }) => one.id === id)?.script);
  const folder = useWorld((world) =>
    world.folders.find(({ scripts }) => scripts.some((one) => one.id === id)),
  );
  const name = found?.name ?? '';
  const short = folder === undefined ? name : name.slice(sharedStart(folder));
  const source = found?.source.split('\n')[line - 1]?.trim() ?? '';
  const open = () => {
    windowState.change({ script: id, line, column: 1, bottom: 'script', pane: 'bots' });
  };
  return (
    <li class="cause">
      <button
        type="button"
        class="cause-button"
        title={`${words.scriptLine(name, line)}\n${oneLine(source, 300)}`}
        onClick={open}
      >
        <span class="cause-text">
          <b>{words.scriptLine(short, line)}</b> <code>{oneLine(source, 120)}</code>
        </span>
      </button>
    </li>
  );
}
