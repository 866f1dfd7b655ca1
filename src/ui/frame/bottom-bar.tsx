import { useShowOnStage, useAppContext, useWorld } from '../context.ts';
import { pickFiles, saveScenario } from '../files/files-host.tsx';
import { SaveTestItem } from '../files/save-test-item.tsx';
import { Icon } from '../controls/icon.tsx';
import type { IconName } from '../controls/icon-names.ts';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { words } from '../words/words.ts';
import { placeNames } from './places.ts';
import { status } from '../../engine/numbers.ts';
import { waiting } from '../../engine/views.ts';
import type { World } from '../../engine/world.ts';

/** How many stand in the queue. */
const waitingInQueue = (world: World): number => waiting(world).length;

/** How many chats want an agent's answer: a customer wrote last, or a colleague hands over. */
const waitingAtAgents = (world: World): number =>
  [...world.sessions].filter(
    ({ status: now, agent, transferTo }) =>
      (now === status.customerLast && agent > 0) || (transferTo > 0 && now < status.finished),
  ).length;

/** Where the window shows one pane at a time: the panes, who waits at each, and the other places. */
export function BottomBar() {
  const context = useAppContext();
  const { router, windowState, files } = context;
  const show = useShowOnStage();
  const queue = useWorld(waitingInQueue);
  const agents = useWorld(waitingAtAgents);
  const { pane } = windowState.view.value;
  const [place] = router.path.value;
  const isStage = place === 'stage';
  const item = (name: 'customers' | 'queue' | 'agents' | 'timeline', icon: IconName, badge = 0) => (
    <button
      type="button"
      class="bottom-item"
      aria-current={isStage && pane === name ? 'page' : undefined}
      onClick={() => {
        show({ pane: name });
      }}
    >
      <span class="bottom-icon">
        <Icon name={icon} size={18} />
        {badge === 0 ? null : <Waiting n={badge} />}
      </span>
      <span>{words.panes[name]}</span>
    </button>
  );
  return (
    <nav class="bottom-bar" aria-label={words.panesLabel}>
      {item('customers', 'stage')}
      {item('queue', 'queue', queue)}
      {item('agents', 'agents', agents)}
      {item('timeline', 'timeline')}
      <Popover
        label={
          <>
            <span class="bottom-icon">
              <Icon name="menu" size={18} />
            </span>
            <span>{words.more}</span>
          </>
        }
        name={words.more}
        class={isStage && pane !== 'bots' ? 'bottom-item' : 'bottom-item here'}
      >
        {(close) => (
          <>
            <MenuItem
              checked={isStage && pane === 'bots'}
              onChoose={() => {
                close();
                show({ pane: 'bots' });
              }}
            >
              {words.panes.bots}
            </MenuItem>
            {placeNames
              .filter((name) => name !== 'stage')
              .map((name) => (
                <MenuItem
                  key={name}
                  checked={place === name}
                  onChoose={() => {
                    close();
                    router.go(...router.lastIn(name));
                  }}
                >
                  {words.places[name]}
                </MenuItem>
              ))}
            <div role="group" class="menu-group" aria-label={words.files}>
              <MenuItem
                onChoose={() => {
                  close();
                  saveScenario(context);
                }}
              >
                {words.saveScenario}
              </MenuItem>
              <SaveTestItem close={close} />
              <MenuItem
                onChoose={() => {
                  close();
                  files.shows.value = 'share';
                }}
              >
                {words.share}
              </MenuItem>
              <MenuItem
                onChoose={() => {
                  close();
                  pickFiles(context);
                }}
              >
                {words.openFile}
              </MenuItem>
            </div>
          </>
        )}
      </Popover>
    </nav>
  );
}

const Waiting = ({ n }: { readonly n: number }) => (
  <span class="waiting-badge">
    {n}
    <span class="hidden-text"> {words.wait}</span>
  </span>
);
