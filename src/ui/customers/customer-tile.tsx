import type { Channel } from '../../engine/definition.ts';
import { isOver } from '../../engine/views.ts';
import { inputStateOf } from '../statuses.ts';
import { useSending, useAppContext, useView, useWindow, useWorld, type Sending } from '../context.ts';
import { customerName } from '../names.ts';
import { Icon } from '../controls/icon.tsx';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { StatusChip } from '../conversation/status-chip.tsx';
import { pinnedOrNot } from '../people/shown-tiles.ts';
import { SaveTestItem } from '../files/save-test-item.tsx';
import { TranscriptItem } from '../files/transcript-item.tsx';
import { words } from '../words/words.ts';
import { openAlone } from './open-alone.ts';
import { putAway } from './put-away.ts';
import { Widget } from './widget.tsx';

type CustomerTileProps = {
  readonly session: number;
  /** There are others behind it, so that it can be pinned. */
  readonly pins: boolean;
};

/** One customer's widget, as the customer sees it, with a line above that says who it is and how it stands. */
export function CustomerTile({ session: id, pins }: CustomerTileProps) {
  const windowState = useWindow();
  const session = useWorld((world) => world.sessions.get(id));
  const channel = useWorld((world) => world.channels.find((one) => one.id === session?.channel));
  const menu = useSending(session === undefined ? '' : inputStateOf(session));
  const selected = useView((view) => view.session === id);
  if (session === undefined) return null;
  const select = () => {
    if (!selected) windowState.change({ session: id, event: 0 });
  };
  const name = customerName(session);
  return (
    <article
      class={`tile customer-tile ${selected ? 'selected' : ''} ${session.connected ? '' : 'gone'}`}
      aria-label={words.customer(name)}
      data-session={id}
      onPointerDown={select}
      onFocusCapture={select}
    >
      <header class="tile-head">
        <h3 title={name}>
          <bdi>{name}</bdi>
        </h3>
        {session.connected ? null : <span class="gone-mark">{words.disconnected}</span>}
        <StatusChip status={session.status} />
        <TileMenu
          id={id}
          channel={channel}
          name={name}
          over={isOver(session)}
          connected={session.connected}
          pins={pins}
          sending={menu}
        />
      </header>
      <Refusal sending={menu} />
      <Widget session={session} channel={channel} />
    </article>
  );
}

type TileMenuProps = {
  readonly id: number;
  readonly channel: Channel | undefined;
  readonly name: string;
  readonly over: boolean;
  readonly connected: boolean;
  readonly pins: boolean;
  readonly sending: Sending;
};

function TileMenu({ id, channel, name, over, connected, pins, sending }: TileMenuProps) {
  const around = useAppContext();
  const { store, windowState } = around;
  const hide = () => {
    windowState.change({ session: 0, event: 0 });
    const session = store.world.peek()?.sessions.get(id);
    if (session !== undefined) putAway(around, session);
  };
  const pinned = useView((view) => view.pinned);
  const vanish = connected ? 'customer.disconnects' : 'customer.reconnects';
  return (
    <Popover label={<Icon name="more" size={16} />} name={words.tileMenu(name)} class="quiet icon-button">
      {(close) => (
        <>
          {pins ? (
            <MenuItem
              hint={pinned.includes(id) ? undefined : words.pinHint}
              onChoose={() => {
                close();
                windowState.change({ pinned: pinnedOrNot(pinned, id) });
              }}
            >
              {pinned.includes(id) ? words.unpinTile : words.pinTile}
            </MenuItem>
          ) : null}
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
              openAlone(id, store.workspace.peek()?.id ?? '', channel);
            }}
          >
            {words.ownWindow}
          </MenuItem>
          <TranscriptItem session={id} close={close} />
          <SaveTestItem close={close} />
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
