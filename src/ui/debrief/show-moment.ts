import { stagePath, type AppContextValue } from '../context.ts';
import { pastOf } from '../past/past.ts';
import { playerOf } from '../past/play.ts';

type Here = Pick<AppContextValue, 'store' | 'windowState' | 'router'>;

/** Shows the world after an event on the stage, with that event and its session selected. */
export function showOnStage({ store, windowState, router }: Here, seq: number, session: number): void {
  windowState.change({ event: seq, ...(session > 0 ? { session } : {}) });
  router.go(...stagePath(store));
  void pastOf(store).goTo(seq);
}

/** Plays what happened from an event on, at reading speed. */
export async function replayFrom(here: Here, seq: number): Promise<void> {
  const past = pastOf(here.store);
  const player = playerOf(here.store);
  here.router.go(...stagePath(here.store));
  await past.catchUp();
  await past.goTo(Math.max(0, seq - 1));
  player.setSpeed('reading');
  player.play();
}
