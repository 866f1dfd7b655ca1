import { signal, type ReadonlySignal } from '@preact/signals';
import type { LineKind } from './bots/console/console-filter.ts';
import type { Lane } from './timeline/lanes.ts';

/** What belongs to this window alone and not to the world: what is selected, which tabs are open, how big panes are. */
export type View = {
  readonly session: number;
  /** The event whose causes are shown; 0 is the last status change of the session. */
  readonly event: number;
  /** The event was chosen as what happened last in its session: it is let go of when something else does. */
  readonly newest: boolean;
  readonly pane: 'customers' | 'queue' | 'agents' | 'bots' | 'timeline';
  /** Which half of the stage has all the room. */
  readonly maximised: 'none' | 'stage' | 'workbench';
  readonly lane: Lane | 'all';
  /** Whether the timeline shows typing and ends of scripts too. */
  readonly allEvents: boolean;
  /** Whether the steps of the timeline are unfolded unless somebody folds them. */
  readonly unfolds: boolean;
  readonly bottom: 'script' | 'problems' | 'console' | 'http' | 'tables' | 'automation' | 'coverage';
  /** The script in the editor; 0 is none. */
  readonly script: number;
  /** Where the editor goes next, from 1; 0 is nowhere. A column without a line has it take the focus where its cursor is. */
  readonly line: number;
  readonly column: number;
  /** The mock whose form is open, as `whichMock` names it; empty is none. */
  readonly mock: string;
  /** The table that is open; empty is the first. */
  readonly table: string;
  /** Folders that are folded away. */
  readonly foldedFolders: readonly number[];
  /** By agent: the tab and the chat that is open. */
  readonly agentTabs: Readonly<Record<string, 'dashboard' | 'chats'>>;
  readonly agentChats: Readonly<Record<string, number>>;
  /** The agent at whose desk somebody was last; 0 is nobody. */
  readonly agent: number;
  /** Sessions, and agents, that keep a tile whoever is selected; in the order in which they were pinned. */
  readonly pinned: readonly number[];
  readonly pinnedAgents: readonly number[];
  /** Sessions, and agents, that were selected last, the latest first. */
  readonly recent: readonly number[];
  readonly recentAgents: readonly number[];
  /** By session whose tile went out of sight: its newest message by then. */
  readonly read: Readonly<Record<string, number>>;
  /** The newest message when this view was first taken up; what came later may be unread. Below 0 before that. */
  readonly readFrom: number;
  /** Agents who have the contact panel open. */
  readonly contacts: readonly number[];
  /** By agent: the event up to which warnings at the desk were put away. */
  readonly warningsSeen: Readonly<Record<string, number>>;
  /** Sessions whose tile was put away. */
  readonly hidden: readonly number[];
  /** Sequence number up to which the console was seen. */
  readonly seen: number;
  /** Up to which event its lines were cleared away, and at which it was paused; 0 is not. They stay in the log. */
  readonly clearedTo: number;
  readonly pausedAt: number;
  readonly level: LineKind;
};

/** Sizes in per cent of the window, `folders` of the bottom row. */
export type Sizes = {
  readonly customers: number;
  readonly agents: number;
  readonly bottom: number;
  readonly timeline: number;
  readonly folders: number;
};

const freshView: View = {
  session: 0,
  event: 0,
  newest: false,
  pane: 'customers',
  maximised: 'none',
  lane: 'all',
  allEvents: false,
  unfolds: false,
  bottom: 'script',
  script: 0,
  line: 0,
  column: 0,
  mock: '',
  table: '',
  foldedFolders: [],
  agentTabs: {},
  agentChats: {},
  agent: 0,
  pinned: [],
  pinnedAgents: [],
  recent: [],
  recentAgents: [],
  read: {},
  readFrom: -1,
  contacts: [],
  warningsSeen: {},
  hidden: [],
  seen: 0,
  clearedTo: 0,
  pausedAt: 0,
  level: 'all',
};

export const freshSizes: Sizes = { customers: 44, agents: 34, bottom: 35, timeline: 34, folders: 18 };

/** No pane can be made smaller than this or larger than that. */
export const sizeLimits = { least: 12, most: 70 };

export type WindowState = {
  readonly view: ReadonlySignal<View>;
  readonly sizes: ReadonlySignal<Sizes>;
  change(part: Partial<View>): void;
  resize(part: Partial<Sizes>): void;
  /** Takes up the view of another workspace where it was left; that of a new branch as it is in the one that was left. */
  enter(workspace: string, parent?: string): void;
};

export type Keeper = Pick<Storage, 'getItem' | 'setItem'>;

/** The kept fields that have the type of the fresh ones; anything else is as fresh. */
function restored<T extends object>(keeper: Keeper | null, key: string, fresh: T): T {
  let kept: unknown;
  try {
    kept = JSON.parse(keeper?.getItem(key) ?? 'null');
  } catch {
    return fresh;
  }
  if (typeof kept !== 'object' || kept === null) return fresh;
  const known = Object.entries(kept).filter(([name, value]) => {
    const like: unknown = (fresh as Record<string, unknown>)[name];
    return typeof like === typeof value && Array.isArray(like) === Array.isArray(value) && value !== null;
  });
  return { ...fresh, ...(Object.fromEntries(known) as Partial<T>) };
}

function keep(keeper: Keeper | null, key: string, value: object): void {
  try {
    keeper?.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden localStorage costs the layout of the next visit, nothing else.
  }
}

/** The sizes as they were last, anywhere: a workspace that has none of its own begins with them. */
const lastSizes = 'rehearsal.sizes';

const keyOf = (workspace: string): string => `rehearsal.view.${workspace}`;

/** What is open and where, without what speaks of the sessions and events that are not there any more. */
const atOpening = (view: View): View => ({
  ...view,
  session: 0,
  event: 0,
  agentChats: {},
  pinned: [],
  recent: [],
  read: {},
  readFrom: -1,
  warningsSeen: {},
  hidden: [],
  seen: 0,
  clearedTo: 0,
  pausedAt: 0,
});

const inWorkbench = (pane: View['pane']): boolean => pane === 'bots' || pane === 'timeline';

/** Whoever asks for a pane sees it: the half that it is in is not a strip any more. */
const shownIn = (view: View, asked: Partial<View>): View =>
  asked.pane !== undefined && view.maximised === (inWorkbench(asked.pane) ? 'stage' : 'workbench')
    ? { ...view, maximised: 'none' }
    : view;

/** So many of those who were selected are remembered: more tiles do not fit on any screen. */
const remembered = 12;

const led = (id: number | undefined, recent: readonly number[]): readonly number[] =>
  id === undefined || id === 0 || id === recent[0]
    ? recent
    : [id, ...recent.filter((one) => one !== id)].slice(0, remembered);

export function createWindowState(keeper: Keeper | null): WindowState {
  const limited = (sizes: Sizes): Sizes => ({
    customers: limit(sizes.customers),
    agents: limit(sizes.agents),
    bottom: limit(sizes.bottom),
    timeline: limit(sizes.timeline),
    folders: limit(sizes.folders),
  });
  const view = signal(freshView);
  const sizes = signal(limited(restored(keeper, lastSizes, freshSizes)));
  let key = keyOf('');
  let sizesOf = lastSizes;
  return {
    view,
    sizes,
    change(part) {
      const { recent, recentAgents } = view.value;
      const last = { recent: led(part.session, recent), recentAgents: led(part.agent, recentAgents) };
      const newest = part.event === undefined ? {} : { newest: part.newest ?? false };
      view.value = shownIn({ ...view.value, ...last, ...part, ...newest }, part);
      keep(keeper, key, view.value);
    },
    resize(part) {
      sizes.value = limited({ ...sizes.value, ...part });
      keep(keeper, lastSizes, sizes.value);
      keep(keeper, sizesOf, sizes.value);
    },
    enter(workspace, parent) {
      const before = parent === undefined ? freshView : restored(keeper, keyOf(parent), freshView);
      key = keyOf(workspace);
      sizesOf = `${lastSizes}.${workspace}`;
      sizes.value = limited(restored(keeper, sizesOf, sizes.peek()));
      view.value = { ...restored(keeper, key, atOpening(before)), event: 0, line: 0, column: 0 };
    },
  };
}

const limit = (size: number): number =>
  Number.isFinite(size) ? Math.min(sizeLimits.most, Math.max(sizeLimits.least, size)) : sizeLimits.least;
