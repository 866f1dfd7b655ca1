import type { AppContextValue } from '../context.ts';
import { offerWayBack } from '../undo/way-back.ts';
import { pastOf } from './past.ts';
import { pastWords as words } from '../words/past-words.ts';

/**
 * Goes on from the shown moment in a branch: the steps that are over by then, copied. Nothing is overwritten. A *fork* is
 * opened in this tab and has a name of its own; a *restart* takes the place of the workspace, in every tab. False where there is no branch.
 */
export async function goOnFromHere(
  here: Pick<AppContextValue, 'store' | 'undo'>,
  how: 'fork' | 'restart',
): Promise<boolean> {
  const { store } = here;
  const left = store.workspace.peek();
  if (left === null) return false;
  const steps = await pastOf(store).lastStep();
  const name = how === 'fork' ? words.branch(left.name, steps) : left.name;
  const made = await store.engine.copy(left.id, { began: 'branch', name, upToStep: steps });
  if ('problem' in made) {
    store.report(made.problem);
    return false;
  }
  if (how === 'fork') await store.open(made.id);
  else await store.goOnWith(made.id);
  if (how === 'fork') offerWayBack(here, left.id, words.forked, 'open');
  else offerWayBack(here, left.id, words.restarted);
  return true;
}
