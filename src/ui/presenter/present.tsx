import { render } from 'preact';
import { AppContext, type AppContextValue } from '../context.ts';
import { Presenter } from './presenter.tsx';
import { createPresenting } from './presenting.ts';

let isOn = false;

/**
 * Presents the window from where it stands. It is drawn beside the window, so that nothing of it is loaded before. `title`
 * is what the place is called, '' on the stage. `explains` begins with the causes of what is selected.
 */
export function present(here: AppContextValue, title = '', explains = false): void {
  if (isOn) return;
  isOn = true;
  const had = document.activeElement;
  const presenting = createPresenting(here, title);
  const root = document.createElement('div');
  root.className = 'presenter-root';
  document.body.append(root);
  const leave = () => {
    if (!isOn) return;
    isOn = false;
    render(null, root);
    root.remove();
    presenting.restore();
    if (had instanceof HTMLElement && had.isConnected) had.focus({ preventScroll: true });
  };
  render(
    <AppContext.Provider value={here}>
      <Presenter presenting={presenting} leave={leave} />
    </AppContext.Provider>,
    root,
  );
  if (explains) presenting.explain(true);
}
