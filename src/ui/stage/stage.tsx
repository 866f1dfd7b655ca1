import { useEffect } from 'preact/hooks';
import { Agents } from '../agents/agents.tsx';
import { useAppContext, useView, useWindow, useWorld } from '../context.ts';
import { Customers } from '../customers/customers.tsx';
import { tileSessions } from '../customers/tiles.ts';
import { Middle } from '../session/session-pane.tsx';
import { allScripts } from '../names.ts';
import { ErrorBoundary } from '../controls/error-boundary.tsx';
import { focusCustomer } from '../controls/focus-next.ts';
import { AfterFirstFrame } from '../controls/after-first-frame.tsx';
import { Later } from '../controls/later.tsx';
import { Splitter } from '../controls/splitter.tsx';
import { useNarrow } from '../controls/use-narrow.ts';
import { useLetGoOfNewest } from '../select-event.ts';
import type { View } from '../window-state.ts';
import { words } from '../words/words.ts';
import { StageStrip, WorkbenchStrip } from './strips.tsx';

const loadBots = () => import('../bots/bots.tsx').then(({ Bots }) => Bots);
const loadTimeline = () => import('../timeline/timeline.tsx').then(({ Timeline }) => Timeline);

/** Customers, queue and agents, and the workbench below them, which follows once they are on the screen. */
export function Stage() {
  const { windowState } = useAppContext();
  useFirstSelection();
  useFirstFocus();
  useLetGoOfNewest();
  const { customers, agents, bottom, timeline } = windowState.sizes.value;
  const pane = useView((view) => view.pane);
  const maximised = useView((view) => view.maximised);
  const narrow = useNarrow();
  const sizes = {
    '--customers': `${String(customers)}%`,
    '--agents': `${String(agents)}%`,
    '--bottom': `${String(bottom)}%`,
    '--timeline': `${String(timeline)}%`,
  };
  const whole = narrow ? 'none' : maximised;
  return (
    <div class={`stage showing-${pane} whole-${whole}`} style={sizes}>
      {whole === 'workbench' ? <StageStrip /> : upper}
      {whole === 'none' ? (
        <Splitter
          of="bottom"
          name={words.workbench}
          direction="row"
          after
          onFold={() => {
            windowState.change({ maximised: 'stage' });
          }}
        />
      ) : null}
      {whole === 'stage' ? <WorkbenchStrip /> : lower}
    </div>
  );
}

const Upper = () => (
  <div class="upper">
    <Slot name="customers">
      <Customers />
    </Slot>
    <Splitter of="customers" name={words.customers} direction="column" />
    <Slot name="queue">
      <AfterFirstFrame>
        <Middle />
      </AfterFirstFrame>
    </Slot>
    <Splitter of="agents" name={words.agents} direction="column" after />
    <Slot name="agents">
      <AfterFirstFrame>
        <Agents />
      </AfterFirstFrame>
    </Slot>
  </div>
);

const Lower = () => (
  <div class="lower">
    <Slot name="bots">
      <Later load={loadBots} />
    </Slot>
    <Splitter of="timeline" name={words.timeline} direction="column" after />
    <Slot name="timeline">
      <Later load={loadTimeline} />
    </Slot>
  </div>
);

/** Made once: what is selected draws the panes that read it, and not the whole stage. */
const upper = <Upper />;
const lower = <Lower />;

type SlotProps = { readonly name: View['pane']; readonly children: preact.ComponentChildren };

/** One pane. The one where somebody works is the one that stays in sight when the window becomes narrow. */
function Slot({ name, children }: SlotProps) {
  const windowState = useWindow();
  const enter = () => {
    if (windowState.view.peek().pane !== name) windowState.change({ pane: name });
  };
  return (
    <div class={`slot slot-${name}`} onFocusCapture={enter}>
      <ErrorBoundary>{children}</ErrorBoundary>
    </div>
  );
}

/** Somebody is selected from the start, so that queue, diagram and causes show something. */
function useFirstSelection() {
  const { windowState } = useAppContext();
  const { session, script } = windowState.view.value;
  const first = useWorld((world) => tileSessions(world, windowState.view.value.hidden)[0]?.id ?? 0);
  const exists = useWorld((world) => world.sessions.get(session) !== undefined);
  const firstScript = useWorld(
    (world) => allScripts(world).find(({ script: one }) => /message/i.test(one.name))?.script.id ?? 0,
  );
  useEffect(() => {
    if (!exists && first > 0) windowState.change({ session: first });
    if (script === 0 && firstScript !== 0) windowState.change({ script: firstScript });
  }, [exists, first, script, firstScript, windowState]);
}

let isBegun = false;

/** Whoever opens the app writes at once; later nothing takes the focus unasked, and on a phone no keyboard rises. */
function useFirstFocus() {
  const session = useView((view) => view.session);
  const narrow = useNarrow();
  useEffect(() => {
    if (isBegun || session === 0) return;
    isBegun = true;
    if (!narrow && document.activeElement === document.body) focusCustomer(session);
  }, [session, narrow]);
}
