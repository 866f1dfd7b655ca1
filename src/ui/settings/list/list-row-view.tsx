import type { Signal } from '@preact/signals';
import { hrefOf } from '../../frame/router.ts';
import { LaterIcon } from '../../controls/later-icon.tsx';
import type { SectionName } from '../kinds.ts';
import type { ListRow } from './list-row.ts';
import { listWords as words } from '../../words/list-words.ts';

type Moving = {
  readonly up: boolean;
  readonly down: boolean;
  /** The key of the row that is being dragged. */
  readonly dragged: Signal<string | null>;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDropped: (key: string) => void;
};

type ListRowViewProps = {
  readonly row: ListRow;
  readonly section: SectionName;
  readonly isOpen: boolean;
  /** The one row that the Tab key stops at. */
  readonly isStop: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFold?: (key: string) => void;
  readonly moving?: Moving;
};

/** One thing: its name is a link to its form; beside it what can be done with the row. */
export function ListRowView({ row, section, isOpen, isStop, onKeyDown, onFold, moving }: ListRowViewProps) {
  const { key, name, detail = '', mark, fault = '', isUnsaved = false, depth = 0, isUnfolded } = row;
  const isTarget = moving !== undefined && moving.dragged.value !== null && moving.dragged.value !== key;
  return (
    <li
      class={`list-row depth-${String(Math.min(depth, 6))}${isTarget ? ' droppable' : ''}`}
      {...(moving === undefined ? {} : draggable(key, moving))}
    >
      {isUnfolded === undefined || onFold === undefined ? null : (
        <button
          type="button"
          class="quiet icon-button small fold"
          aria-expanded={isUnfolded}
          aria-label={isUnfolded ? words.fold(name) : words.unfold(name)}
          tabIndex={-1}
          onClick={() => {
            onFold(key);
          }}
        >
          <LaterIcon name="right" size={13} />
        </button>
      )}
      <a
        class="settings-row"
        data-key={key}
        href={hrefOf(['settings', section, ...key.split('/')])}
        aria-current={isOpen ? 'true' : undefined}
        tabIndex={isStop ? 0 : -1}
        draggable={false}
        onKeyDown={onKeyDown}
      >
        {mark}
        <b dir="auto" title={name}>
          {name}
        </b>
        {fault === '' ? null : (
          <span class="to-mend" role="img" aria-label={fault} title={fault}>
            <LaterIcon name="warn" />
          </span>
        )}
        {isUnsaved ? <i class="unsaved" role="img" aria-label={words.unsaved} title={words.unsaved} /> : null}
        {detail === '' ? null : (
          <small dir="auto" title={detail}>
            {detail}
          </small>
        )}
      </a>
      {moving === undefined ? null : (
        <span class="row-acts">
          <MoveButton name={name} by={-1} moving={moving} />
          <MoveButton name={name} by={1} moving={moving} />
        </span>
      )}
    </li>
  );
}

function MoveButton({
  name,
  by,
  moving,
}: {
  readonly name: string;
  readonly by: -1 | 1;
  readonly moving: Moving;
}) {
  const label = by < 0 ? words.moveUp(name) : words.moveDown(name);
  const can = by < 0 ? moving.up : moving.down;
  return (
    <button
      type="button"
      class="quiet icon-button small"
      aria-label={label}
      title={label}
      aria-disabled={!can}
      tabIndex={-1}
      onClick={() => {
        moving.onMove(by);
      }}
    >
      <LaterIcon name={by < 0 ? 'up' : 'down'} size={13} />
    </button>
  );
}

/** A row that can be dragged onto another one of its group. */
const draggable = (key: string, { dragged, onDropped }: Moving) => ({
  draggable: true,
  onDragStart: (event: DragEvent) => {
    dragged.value = key;
    event.dataTransfer?.setData('text/plain', key);
    if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move';
  },
  onDragOver: (event: DragEvent) => {
    if (dragged.peek() !== null) event.preventDefault();
  },
  onDrop: (event: DragEvent) => {
    event.preventDefault();
    const from = dragged.peek();
    dragged.value = null;
    if (from !== null) onDropped(from);
  },
  onDragEnd: () => {
    dragged.value = null;
  },
});
