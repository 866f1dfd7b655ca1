import { render } from 'preact';
import { AppContext, type AppContextValue } from '../context.ts';
import { createTour } from './tour.ts';
import { TourCard } from './tour-card.tsx';

let root: HTMLElement | null = null;

/** Shows the tour beside the window: the offer of it, or a stop by its place from 0. One that is open already begins anew there. */
export function openTour(here: AppContextValue, from: 'offer' | number): void {
  const had = document.activeElement;
  const leave = () => {
    if (root === null) return;
    const isInside = root.contains(document.activeElement);
    render(null, root);
    root.remove();
    root = null;
    if (isInside && had instanceof HTMLElement && had.isConnected) had.focus({ preventScroll: true });
  };
  leave();
  const tour = createTour(here, from, leave);
  root = document.createElement('div');
  root.className = 'tour-root';
  document.body.append(root);
  render(
    <AppContext.Provider value={here}>
      <TourCard tour={tour} />
    </AppContext.Provider>,
    root,
  );
  if (from === 0) tour.begin();
}
