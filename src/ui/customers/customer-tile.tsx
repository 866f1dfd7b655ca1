import { useEffect, useRef } from 'preact/hooks';
import { isOver, standing } from '../statuses.ts';
import { useSending, useSurroundings, useWorld, type Sending } from '../context.ts';
import { channelColours } from '../channel-colours.ts';
import { customerName } from '../names.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuItem, Popover } from '../parts/popover.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { StatusChip } from '../parts/status-chip.tsx';
import { words } from '../words.ts';
import { FailureMark } from './failure-mark.tsx';
import { Screen } from './screen.tsx';
import { WidgetHead } from './widget-head.tsx';

/** One customer's widget, as the customer sees it, with a line above that says who it is and how it stands. */
export function CustomerTile({ session: id }: { readonly session: number }) {
  const { windowState } = useSurroundings();
  const session = useWorld((world) => world.sessions.get(id));
  const channel = useWorld((world) => world.channels.find((one) => one.id === session?.channel));
  const menu = useSending(session === undefined ? '' : standing(session));
  const tile = useRef<HTMLElement>(null);
  const selected = windowState.view.value.session === id;
  useEffect(() => {
    if (selected) tile.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  if (session === undefined) return null;
  const select = () => {
    if (!selected) windowState.change({ session: id, event: 0 });
  };
  const name = customerName(session);
  return (
    <article
      ref={tile}
      class={`tile customer-tile ${selected ? 'selected' : ''} ${session.connected ? '' : 'gone'}`}
      aria-label={words.customer(name)}
      data-session={id}
      style={channel === undefined ? {} : channelColours(channel)}
      onPointerDown={select}
      onFocusCapture={select}
    >
      <div class="widget-head">
        <WidgetHead session={session} channel={channel} />
        <TileMenu
          id={id}
          name={name}
          over={isOver(session.status)}
          connected={session.connected}
          sending={menu}
        />
      </div>
      <Refusal sending={menu} />
      <header class="tile-head">
        <h3 title={name}>{name}</h3>
        {session.connected ? null : <span class="gone-mark">{words.disconnected}</span>}
        <StatusChip status={session.status} />
      </header>
      <FailureMark session={id} />
      <Screen session={session} channel={channel} />
    </article>
  );
}

type TileMenuProps = {
  readonly id: number;
  readonly name: string;
  readonly over: boolean;
  readonly connected: boolean;
  readonly sending: Sending;
};

function TileMenu({ id, name, over, connected, sending }: TileMenuProps) {
  const { windowState } = useSurroundings();
  const hide = () => {
    windowState.change({ hidden: [...windowState.view.value.hidden, id], session: 0, event: 0 });
  };
  const vanish = connected ? 'customer.disconnects' : 'customer.reconnects';
  return (
    <Popover label={<Icon name="more" size={16} />} name={words.tileMenu(name)} class="quiet icon-button">
      {(close) => (
        <>
          {over ? null : (
            <>
              <MenuItem
                hint={words.closeWindowHint}
                onChoose={() => {
                  close();
                  void sending.send({ type: 'customer.leaves', session: id });
                }}
              >
                {words.closeWindow}
              </MenuItem>
              <MenuItem
                hint={connected ? words.disconnectHint : undefined}
                onChoose={() => {
                  close();
                  void sending.send({ type: vanish, session: id });
                }}
              >
                {connected ? words.disconnect : words.reconnect}
              </MenuItem>
            </>
          )}
          <MenuItem
            onChoose={() => {
              close();
              hide();
            }}
          >
            {words.hideTile}
          </MenuItem>
        </>
      )}
    </Popover>
  );
}
