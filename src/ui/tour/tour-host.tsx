import { useEffect } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { readTour } from './kept-tour.ts';

/** So many steps the opening scene of a first visit has: nobody has done anything yet. */
const untouched = 2;

/** Offers the tour on a first visit, and goes on with one that a reload broke off; it is loaded only then. */
export function TourHost() {
  const here = useAppContext();
  useEffect(() => {
    const { store, keepers } = here;
    const kept = readTour(keepers.local);
    const isLesson = store.workspace.peek()?.lesson !== undefined;
    const isFirst = kept === 'new' && !isLesson && (store.live.peek()?.world.step ?? 0) <= untouched;
    const [place] = here.router.path.peek();
    if (kept === 'over' || (kept === 'new' && (!isFirst || place !== 'stage'))) return;
    import('./open-tour.tsx').then(
      ({ openTour }) => {
        openTour(here, kept === 'new' ? 'offer' : kept);
      },
      () => undefined,
    );
  }, [here]);
  return null;
}
