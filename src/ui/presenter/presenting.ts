import { signal, type ReadonlySignal } from '@preact/signals';
import { stagePath, type AppContextValue } from '../context.ts';
import type { Keeper, View } from '../window-state.ts';
import { pastOf } from '../past/past.ts';
import { playerOf } from '../past/play.ts';
import { nextSlide, slidesOf, type Slide } from './slides.ts';

/** What is remembered from one time of presenting to the next, in this browser. */
export type PresenterSettings = { readonly large: boolean; readonly keys: boolean; readonly one: boolean };

const kept = 'rehearsal.presenting';
const usual: PresenterSettings = { large: false, keys: false, one: false };

function mannerOf(keeper: Keeper | null): PresenterSettings {
  try {
    const read = JSON.parse(keeper?.getItem(kept) ?? '{}') as Partial<
      Record<keyof PresenterSettings, unknown>
    > | null;
    return { large: read?.large === true, keys: read?.keys === true, one: read?.one === true };
  } catch {
    return usual;
  }
}

/** The panes of the stage by the digit that shows each alone. */
export const panes = ['customers', 'queue', 'agents', 'bots', 'timeline'] as const;

/** One time of presenting, from its start until somebody leaves. */
export type Presenting = {
  readonly here: AppContextValue;
  readonly manner: ReadonlySignal<PresenterSettings>;
  /** Whether keys of a single letter do something. */
  readonly hasLetters: boolean;
  readonly setManner: (part: Partial<PresenterSettings>) => void;
  readonly slides: () => readonly Slide[];
  /** What the window shows, as slides count it. */
  readonly shown: () => number;
  /** The next slide or the one before; without bookmarks, the next step. */
  readonly turn: (by: 1 | -1) => Promise<void>;
  readonly turnToEnd: (of: 'first' | 'last') => Promise<void>;
  readonly showPane: (pane: View['pane'] | 'all') => void;
  /** Whether the causes are pointed at. */
  readonly explains: ReadonlySignal<boolean>;
  readonly explain: (isOpen: boolean) => void;
  /** Has everything again as it was. */
  readonly restore: () => void;
};

const samePath = (a: readonly string[], b: readonly string[]): boolean => a.join('/') === b.join('/');
/** Where a stage is to be seen. */
const hasStage = ([place, , lesson]: readonly string[]): boolean =>
  place === 'stage' || (place === 'lessons' && lesson !== undefined && !['wall', 'print'].includes(lesson));

/** Begins to present where the window stands; `title` names that place, '' for the stage. */
export function createPresenting(here: AppContextValue, title: string): Presenting {
  const { store, windowState, router, palette, keepers } = here;
  const past = pastOf(store);
  const player = playerOf(store);
  const before = {
    view: windowState.view.peek(),
    path: router.path.peek(),
    workspace: store.workspace.peek()?.id,
    at: past.at.peek(),
    speed: player.speed.peek(),
    letters: palette.letters.peek(),
  };
  const place = hasStage(before.path) ? '' : title;
  const manner = signal(mannerOf(keepers.local));
  const explains = signal(false);
  const letGo = past.learn();
  player.setSpeed('reading');
  // The letters are the presenter's until then; what is kept of them stays as it is.
  palette.letters.value = false;

  const slides = () => slidesOf(place, past.bookmarks.value, past.marks.value);
  const shown = () =>
    place !== '' && samePath(router.path.value, before.path) ? -1 : (past.at.value ?? Infinity);

  async function show(slide: Slide): Promise<void> {
    player.stop();
    if (slide.kind === 'place') {
      router.go(...before.path);
      past.back();
      return;
    }
    if (!hasStage(router.path.peek())) router.go(...stagePath(store));
    if (slide.kind === 'now') {
      past.back();
      return;
    }
    await past.goTo(slide.seq);
    // Whoever it is about is selected, so that the diagram and the causes speak of them.
    const event = store.events.peek().findLast((one) => one.seq <= slide.seq && 'session' in one);
    const last = store.events.peek().findLast(({ seq }) => seq <= slide.seq);
    if (event !== undefined && 'session' in event && event.step === last?.step)
      windowState.change({ session: event.session, event: 0 });
  }

  return {
    here,
    manner,
    hasLetters: before.letters,
    setManner: (part) => {
      manner.value = { ...manner.peek(), ...part };
      if (part.one === true) windowState.change({ maximised: 'none' });
      try {
        keepers.local?.setItem(kept, JSON.stringify(manner.peek()));
      } catch {
        // It holds until the page is closed.
      }
    },
    slides,
    shown,
    turn: async (by) => {
      await past.catchUp();
      const all = slides();
      if (all.some(({ kind }) => kind === 'moment')) {
        const next = nextSlide(all, shown(), by);
        if (next !== undefined) await show(next);
        return;
      }
      if (!hasStage(router.path.peek())) {
        router.go(...stagePath(store));
        return;
      }
      if (by === -1 && past.at.peek() === 0 && place !== '') router.go(...before.path);
      else await past.goStep(by);
    },
    turnToEnd: async (of) => {
      await past.catchUp();
      const slide = slides().at(of === 'first' ? 0 : -1);
      if (slide !== undefined) await show(slide);
    },
    showPane: (pane) => {
      if (!hasStage(router.path.peek())) router.go(...stagePath(store));
      if (pane !== 'all') windowState.change({ pane, maximised: 'none' });
      manner.value = { ...manner.peek(), one: pane !== 'all' };
    },
    explains,
    explain: (isOpen) => {
      if (isOpen && !hasStage(router.path.peek())) router.go(...stagePath(store));
      explains.value = isOpen;
    },
    restore: () => {
      letGo();
      player.stop();
      player.setSpeed(before.speed);
      palette.letters.value = before.letters;
      if (!samePath(router.path.peek(), before.path)) router.go(...before.path);
      // Who has opened another workspace meanwhile stays there.
      if (store.workspace.peek()?.id !== before.workspace) return;
      if (before.at === null) past.back();
      else if (past.at.peek() !== before.at) void past.goTo(before.at);
      const { session, event, newest, pane, maximised, bottom, script } = before.view;
      windowState.change({ session, event, newest, pane, maximised, bottom, script });
    },
  };
}
