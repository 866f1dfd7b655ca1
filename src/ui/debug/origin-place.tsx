import { render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { AppContext, useAppContext, useView } from '../context.ts';
import { useNarrow } from '../controls/use-narrow.ts';
import { OriginCard } from './origin-card.tsx';

/**
 * Puts the card beside the customers, over queue and agents, where the stage is to be seen; else over the debugger itself.
 */
export function OriginPlace() {
  const context = useAppContext();
  const narrow = useNarrow();
  const isStageHidden = useView(({ maximised }) => maximised === 'workbench');
  const isInside = narrow || isStageHidden;
  useLayoutEffect(() => {
    const stage = isInside ? null : document.querySelector('.upper');
    if (stage === null) return undefined;
    const host = document.createElement('div');
    host.className = 'origin-host';
    stage.append(host);
    render(
      <AppContext.Provider value={context}>
        <OriginCard />
      </AppContext.Provider>,
      host,
    );
    return () => {
      render(null, host);
      host.remove();
    };
  }, [isInside, context]);
  return isInside ? (
    <div class="origin-inside">
      <OriginCard />
    </div>
  ) : null;
}
