import type { ComponentChildren } from 'preact';
import { waiting } from '../../engine/views.ts';
import { useBadges } from '../bots/use-badges.ts';
import { useWindow, useWorld } from '../context.ts';
import { tileSessions } from '../customers/tiles.ts';
import { Count } from '../controls/count.tsx';
import { Icon } from '../controls/icon.tsx';
import type { View } from '../window-state.ts';
import { words } from '../words/words.ts';

type StripProps = { readonly label: string; readonly back: string; readonly children: ComponentChildren };

function Strip({ label, back, children }: StripProps) {
  const windowState = useWindow();
  return (
    <div class="strip" role="group" aria-label={label}>
      {children}
      <span class="push" />
      <button
        type="button"
        class="quiet icon-button"
        aria-label={back}
        title={back}
        onClick={() => {
          windowState.change({ maximised: 'none' });
        }}
      >
        <Icon name="smaller" />
      </button>
    </div>
  );
}

type EntryProps = {
  readonly text: string;
  readonly n?: number;
  readonly bad?: boolean;
  readonly shows: Partial<View>;
};

/** What is folded away, with its count: pressed, it is shown again. */
function Entry({ text, n = 0, bad = false, shows }: EntryProps) {
  const windowState = useWindow();
  return (
    <button
      type="button"
      class="quiet"
      onClick={() => {
        windowState.change({ ...shows, maximised: 'none' });
      }}
    >
      {text} <Count n={n} bad={bad} />
    </button>
  );
}

/** Customers, queue and agents while the workbench has all the room. */
export function StageStrip() {
  const { hidden } = useWindow().view.value;
  const customers = useWorld((world) => tileSessions(world, hidden).length);
  const queue = useWorld((world) => waiting(world).length);
  const agents = useWorld((world) => world.agents.length);
  return (
    <Strip label={words.stage} back={words.bringBack.stage}>
      <Entry text={words.customers} n={customers} shows={{ pane: 'customers' }} />
      <Entry text={words.queue} n={queue} shows={{ pane: 'queue' }} />
      <Entry text={words.agents} n={agents} shows={{ pane: 'agents' }} />
    </Strip>
  );
}

/** Scripts, their tabs and the timeline while the stage has all the room. */
export function WorkbenchStrip() {
  const { problems, lines, failures, calls, unanswered } = useBadges();
  const events = useWorld((world) => world.seq);
  return (
    <Strip label={words.workbench} back={words.bringBack.workbench}>
      <Entry text={words.script} shows={{ bottom: 'script', pane: 'bots' }} />
      <Entry text={words.problems} n={problems} bad shows={{ bottom: 'problems', pane: 'bots' }} />
      <Entry
        text={words.console}
        n={failures > 0 ? failures : lines}
        bad={failures > 0}
        shows={{ bottom: 'console', pane: 'bots' }}
      />
      <Entry
        text={words.http}
        n={unanswered > 0 ? unanswered : calls}
        bad={unanswered > 0}
        shows={{ bottom: 'http', pane: 'bots' }}
      />
      <Entry text={words.tables} shows={{ bottom: 'tables', pane: 'bots' }} />
      <Entry text={words.timeline} n={events} shows={{ pane: 'timeline' }} />
    </Strip>
  );
}
