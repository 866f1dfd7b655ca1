import { useSurroundings, useWorld } from '../context.ts';
import { Count } from '../parts/count.tsx';
import { ErrorBoundary } from '../parts/error-boundary.tsx';
import { Splitter } from '../parts/splitter.tsx';
import { TabStrip } from '../parts/tab-strip.tsx';
import { words } from '../words.ts';
import { Console } from './console.tsx';
import { FolderList } from './folder-list.tsx';
import { Problems } from './problems.tsx';
import { ScriptPane } from './script-pane.tsx';
import { useBadges } from './use-badges.ts';

/** Scripts, what is wrong with them, and what they print. */
export function Bots() {
  const { windowState } = useSurroundings();
  const { bottom, script: open } = windowState.view.value;
  const { folders: width } = windowState.sizes.value;
  const exists = useWorld((world) =>
    world.folders.some(({ scripts }) => scripts.some(({ id }) => id === open)),
  );
  const { problems, lines, failures } = useBadges();
  return (
    <section class="pane bots" aria-label={words.bots} style={{ '--folders': `${String(width)}%` }}>
      <FolderList />
      <Splitter of="folders" name={words.bots} direction="column" />
      <div class="bots-main">
        <TabStrip
          label={words.bots}
          open={bottom}
          onOpen={(name) => {
            windowState.change({ bottom: name });
          }}
          panel="bots-panel"
          tabs={[
            { name: 'script', label: words.script },
            {
              name: 'problems',
              label: (
                <>
                  {words.problems} <Count n={problems} bad />
                </>
              ),
            },
            {
              name: 'console',
              label: (
                <>
                  {words.console} <Count n={failures > 0 ? failures : lines} bad={failures > 0} />
                </>
              ),
            },
          ]}
        />
        <div class="bots-panel" id="bots-panel" role="tabpanel" aria-label={words[bottom]}>
          <ErrorBoundary key={`${bottom} ${String(open)}`}>
            {bottom === 'console' ? <Console /> : null}
            {bottom === 'problems' ? <Problems /> : null}
            {bottom === 'script' && exists ? <ScriptPane key={open} script={open} /> : null}
            {bottom === 'script' && !exists ? <p class="empty">{words.noScript}</p> : null}
          </ErrorBoundary>
        </div>
      </div>
    </section>
  );
}
