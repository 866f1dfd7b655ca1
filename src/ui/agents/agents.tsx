import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useView, useWindow, useWorld } from '../context.ts';
import { focusDesk } from '../controls/focus-next.ts';
import { People } from '../people/people-list.tsx';
import { pinnedOrNot, shownTiles } from '../people/shown-tiles.ts';
import { TileStrip } from '../people/tile-strip.tsx';
import { useRoom } from '../people/use-room.ts';
import { useSelectEvent } from '../select-event.ts';
import { words } from '../words/words.ts';
import { AddAgent } from './add-agent.tsx';
import { AgentRow } from './agent-row.tsx';
import { AgentTile } from './agent-tile.tsx';

/** Pixels: two desks fit into the pane as it is at first at 1440. */
const leastTile = 208;

/** The column of the agents: a desk for each as long as they fit, then a list of all beside the desks of some; who is present comes first. */
export function Agents() {
  const all = useWorld((world) => world.agents.map(({ id }) => id));
  const present = useWorld((world) => world.agents.flatMap(({ id, present: is }) => (is ? [id] : [])));
  const body = useRef<HTMLDivElement>(null);
  const room = useRoom(body, all.length, leastTile);
  const pinned = useView((view) => view.pinnedAgents);
  const recent = useView((view) => view.recentAgents);
  const used = recent.filter((id) => all.includes(id));
  const selected = used[0] ?? present[0] ?? all[0] ?? 0;
  const wanted = [selected, ...used, ...present];
  const tiles = room === null ? [] : shownTiles({ all, pinned, recent: wanted, room: room.tiles });
  return (
    <section class="pane agents" aria-labelledby="agents-title">
      <header class="pane-head">
        <h2 id="agents-title">{words.agents}</h2>
        <span class="count">{all.length}</span>
        <span class="push" />
        <AddAgent />
      </header>
      <div ref={body} class={`people-pane with-${room?.shape ?? 'tiles'}`}>
        {all.length === 0 ? (
          <div class="empty">
            <p>{words.noAgents}</p>
            <p>{words.noAgentsHint}</p>
          </div>
        ) : room === null ? null : (
          <>
            {room.shape === 'tiles' ? null : (
              <List shape={room.shape} ids={all} selected={selected} tiles={tiles.length} />
            )}
            <TileStrip ids={tiles} selected={selected} room={room.tiles}>
              {(id) => <AgentTile agent={id} />}
            </TileStrip>
          </>
        )}
      </div>
    </section>
  );
}

type ListProps = {
  readonly shape: 'list' | 'faces';
  readonly ids: readonly number[];
  readonly selected: number;
  readonly tiles: number;
};

function List({ shape, ids, selected, tiles }: ListProps) {
  const windowState = useWindow();
  const { agent: select } = useSelectEvent();
  const query = useSignal('');
  const asked = query.value.trim().toLowerCase();
  const found = useWorld((world) =>
    world.agents.flatMap(({ id, name }) => (name.toLowerCase().includes(asked) ? [id] : [])),
  );
  return (
    <People
      label={words.agents}
      searchLabel={words.findAgent}
      shape={shape}
      query={query}
      everybody={ids}
      ids={found}
      selected={selected}
      empty={words.nobodyFound}
      onSelect={select}
      onPin={(id) => {
        windowState.change({ pinnedAgents: pinnedOrNot(windowState.view.peek().pinnedAgents, id) });
      }}
      onOpen={focusDesk}
      row={(id, as) => <AgentRow agent={id} shape={as} />}
      tiles={tiles}
    />
  );
}
