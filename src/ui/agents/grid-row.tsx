import type { ComponentChildren } from 'preact';
import type { Input } from '../../engine/inputs.ts';
import type { Session } from '../../engine/world.ts';
import { useView, useWorld } from '../context.ts';
import { channelName, customerName } from '../names.ts';
import { StatusChip } from '../conversation/status-chip.tsx';
import { unlessUsed } from '../controls/unless-used.ts';

/** What a row of a grid is given. */
export type GridRowProps = {
  readonly agent: number;
  readonly session: Session;
  /** From 0. */
  readonly index: number;
  readonly send: (input: Input) => Promise<boolean>;
  readonly onOpen: (session: number) => void;
  readonly onChoose: (session: number) => void;
};

type RowProps = Pick<GridRowProps, 'session' | 'index' | 'onChoose'> & {
  /** What a double click does. */
  readonly onAct: () => void;
  /** What a narrow desk has no columns for, under the name. */
  readonly more?: ComponentChildren;
  /** The cells of its own. */
  readonly children: ComponentChildren;
};

/** A chat in a grid: a click selects it and what happened in it last, a double click acts. */
export function GridRow({ session, index, onChoose, onAct, more, children }: RowProps) {
  const { id } = session;
  const channel = useWorld((world) => channelName(world, session.channel));
  const selected = useView((view) => view.session === id);
  const name = customerName(session);
  const choose = () => {
    onChoose(id);
  };
  return (
    <tr
      class={selected ? 'selected' : ''}
      aria-rowindex={index + 2}
      onClick={unlessUsed(choose)}
      onDblClick={onAct}
    >
      <th scope="row" title={`${name} · ${channel}`}>
        <button type="button" class="grid-name" aria-current={selected} onClick={choose}>
          <bdi>{name}</bdi>
        </button>
        {more === undefined ? <span class="grid-more note">{channel}</span> : more}
      </th>
      <td>
        <StatusChip status={session.status} bare />
      </td>
      <td class="grid-wide" title={channel}>
        {channel}
      </td>
      {children}
    </tr>
  );
}
