import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useStore, useView, useWindow, useWorld } from '../context.ts';
import { focusCustomer } from '../controls/focus-next.ts';
import { Later } from '../controls/later.tsx';
import { People } from '../people/people-list.tsx';
import { pinnedOrNot, shownTiles } from '../people/shown-tiles.ts';
import { TileStrip } from '../people/tile-strip.tsx';
import { useRoom } from '../people/use-room.ts';
import { useSelectEvent } from '../select-event.ts';
import { MaximiseButton } from '../stage/maximise.tsx';
import { words } from '../words/words.ts';
import { CustomerRow } from './customer-row.tsx';
import { CustomerTile } from './customer-tile.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { everybody, findCustomers } from './find-customers.ts';
import { tileSessions } from './tiles.ts';
import { useReadMarks } from './use-read-marks.ts';
import { Popover } from '../controls/popover.tsx';

const load = () => import('./add-customer-form.tsx').then(({ AddForm }) => AddForm);

const AddCustomer = () => (
  <Popover label={words.addCustomer} role="dialog">
    {(close) => <Later load={load} close={close} />}
  </Popover>
);

/** Pixels: two fit into the pane as it is at first at 1440. */
const leastTile = 240;

const none: readonly number[] = [];

/** The column of the customers: a widget for each as long as they fit, then a list of all beside the widgets of some. */
export function Customers() {
  const isRush = useStore().crowd.value !== null;
  const hidden = useView((view) => view.hidden);
  const ids = useWorld((world) => tileSessions(world, hidden).map(({ id }) => id));
  const anyChannel = useWorld((world) => world.channels.length > 0);
  const body = useRef<HTMLDivElement>(null);
  const room = useRoom(body, ids.length, leastTile);
  const selected = useView((view) => view.session);
  const pinned = useView((view) => view.pinned);
  const recent = useView((view) => view.recent);
  const tiles =
    room === null ? none : shownTiles({ all: ids, pinned, recent: [selected, ...recent], room: room.tiles });
  useReadMarks(tiles);
  return (
    <section class="pane customers" aria-labelledby="customers-title">
      <header class="pane-head">
        <h2 id="customers-title">{words.customers}</h2>
        <span class="count">{ids.length}</span>
        <span class="push" />
        {anyChannel ? <AddCustomer /> : null}
        <MaximiseButton of="stage" />
      </header>
      {isRush ? <Later load={crowdStrip} /> : null}
      <div ref={body} class={`people-pane with-${room?.shape ?? 'tiles'}`}>
        {ids.length === 0 ? (
          <Empty anyChannel={anyChannel} />
        ) : room === null ? null : (
          <>
            {room.shape === 'tiles' ? null : <List shape={room.shape} ids={ids} tiles={tiles} />}
            <TileStrip ids={tiles} selected={selected} room={room.tiles}>
              {(id) => <CustomerTile session={id} pins={room.shape === 'list'} />}
            </TileStrip>
          </>
        )}
      </div>
    </section>
  );
}

const crowdStrip = () => import('../crowd/crowd-strip.tsx').then(({ CrowdStrip }) => CrowdStrip);
const nobodyYet = () => import('./nobody-yet.tsx').then(({ NobodyYet }) => NobodyYet);

const Empty = ({ anyChannel }: { readonly anyChannel: boolean }) =>
  anyChannel ? (
    <Later load={nobodyYet} />
  ) : (
    <div class="empty">
      <p>{words.noChannels}</p>
    </div>
  );

type ListProps = {
  readonly shape: 'list' | 'faces';
  readonly ids: readonly number[];
  readonly tiles: readonly number[];
};

function List({ shape, ids, tiles }: ListProps) {
  const windowState = useWindow();
  const { newest: select } = useSelectEvent();
  const wanted = useSignal(everybody);
  const selected = useView((view) => view.session);
  const query = useSignal('');
  const found = useWorld((world) => findCustomers(world, ids, query.value, wanted.value));
  return (
    <People
      label={words.customers}
      searchLabel={words.findCustomer}
      shape={shape}
      query={query}
      everybody={ids}
      ids={found}
      selected={selected}
      empty={words.nobodyFound}
      onSelect={select}
      onPin={(id) => {
        windowState.change({ pinned: pinnedOrNot(windowState.view.peek().pinned, id) });
      }}
      onOpen={focusCustomer}
      row={(id, as) => <CustomerRow session={id} shape={as} shown={tiles.includes(id)} />}
      filter={
        <FilterMenu
          wanted={wanted.value}
          onWant={(next) => {
            wanted.value = next;
          }}
        />
      }
      tiles={tiles.length}
    />
  );
}
