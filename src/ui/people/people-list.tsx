import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { isComposing } from '../conversation/is-composing.ts';
import { words } from '../words/words.ts';
import { useVirtualRows } from '../timeline/use-virtual-rows.ts';

/** Pixels: a row of two lines, and a face with what stands under it. */
const sizes = { list: 44, faces: 58 } as const;

export type PeopleListProps = {
  readonly label: string;
  readonly shape: keyof typeof sizes;
  /** Who is to be seen, after search and filter. */
  readonly ids: readonly number[];
  readonly selected: number;
  readonly onSelect: (id: number) => void;
  /** After a click has selected somebody. */
  readonly onChosen?: () => void;
  /** Double click, or Space. */
  readonly onPin: (id: number) => void;
  /** Enter: goes to where one writes. */
  readonly onOpen: (id: number) => void;
  readonly row: (id: number, shape: keyof typeof sizes) => ComponentChildren;
  /** Instead of rows where there are none. */
  readonly empty: string;
};

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/** Where a key leads from the row at `at` (-1 is none); undefined is nowhere. */
function target(key: string, at: number, count: number, page: number): number | undefined {
  const by = steps[key] ?? { PageUp: -page, PageDown: page }[key];
  if (by !== undefined) return Math.max(0, Math.min(count - 1, at + by));
  return { Home: 0, End: count - 1 }[key];
}

/** People in rows or as faces: arrow keys walk and select, Enter goes to their tile, Space pins it. Only rows in sight are drawn. */
export function PeopleList(props: PeopleListProps) {
  const { label, shape, ids, selected, onSelect, onPin, onOpen, row, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const size = sizes[shape];
  const horizontal = shape === 'faces';
  const { items, height: length } = useVirtualRows(scroller, ids.length, size, { horizontal, overscan: 4 });
  const at = ids.indexOf(selected);
  useLayoutEffect(() => {
    if (at >= 0 && scroller.current !== null) keepInSight(scroller.current, at * size, size, horizontal);
  }, [at, size, horizontal]);
  const key = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? size) / size) - 1);
    const next = target(event.key, at, ids.length, page);
    const goes = next === undefined ? undefined : ids[next];
    if (goes !== undefined) onSelect(goes);
    else if (event.key === ' ' && at >= 0) onPin(selected);
    else if (event.key === 'Enter' && at >= 0) onOpen(selected);
    else return;
    event.preventDefault();
  };
  if (ids.length === 0) return <p class="people-none">{empty}</p>;
  const drawn = items.some(({ index }) => index === at);
  return (
    <div
      ref={scroller}
      class={`people-rows as-${shape}`}
      role="listbox"
      aria-label={label}
      aria-orientation={horizontal ? 'horizontal' : 'vertical'}
      tabIndex={0}
      {...(drawn ? { 'aria-activedescendant': `${id}-${String(selected)}` } : {})}
      onKeyDown={key}
    >
      <div
        class="people-all"
        role="presentation"
        style={{ [horizontal ? 'width' : 'height']: `${String(length)}px` }}
      >
        {items.map(({ index, start }) => {
          const one = ids[index];
          if (one === undefined) return null;
          return (
            <div
              key={one}
              id={`${id}-${String(one)}`}
              class="person"
              role="option"
              aria-selected={one === selected}
              aria-setsize={ids.length}
              aria-posinset={index + 1}
              style={{ transform: `translate${horizontal ? 'X' : 'Y'}(${String(start)}px)` }}
              onClick={() => {
                onSelect(one);
                props.onChosen?.();
              }}
              onDblClick={() => {
                onPin(one);
              }}
            >
              {row(one, shape)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function keepInSight(box: HTMLElement, start: number, size: number, horizontal: boolean): void {
  const [position, room] = horizontal
    ? (['scrollLeft', box.clientWidth] as const)
    : (['scrollTop', box.clientHeight] as const);
  if (room === 0) return;
  if (start < box[position]) box[position] = start;
  else if (start + size > box[position] + room) box[position] = start + size - room;
}

type PeopleProps = PeopleListProps & {
  readonly searchLabel: string;
  readonly query: Signal<string>;
  /** Those of the faces, whatever is searched. */
  readonly everybody: readonly number[];
  /** Beside the search. */
  readonly filter?: ComponentChildren;
  /** How many of them stand beside the list as tiles. */
  readonly tiles: number;
};

/** The list with its search; as faces, the search opens the list over the tile. */
export function People({ shape, searchLabel, query, everybody, filter, tiles, ...list }: PeopleProps) {
  const { ids } = list;
  const opened = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    opened.value = false;
    button.current?.focus();
  };
  const shut = () => {
    opened.value = false;
  };
  const inside = (
    <>
      <div class="people-search">
        <Icon name="search" size={14} />
        <input
          type="search"
          aria-label={searchLabel}
          placeholder={words.findSomebody}
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            const [first] = ids;
            if (isComposing(event)) return;
            if (event.key === 'Escape' && query.peek() !== '') query.value = '';
            else if (event.key === 'Escape' && shape === 'faces') close();
            else if (event.key === 'ArrowDown') next(event.currentTarget)?.focus();
            else if (event.key === 'Enter' && first !== undefined) {
              list.onSelect(first);
              shut();
              list.onOpen(first);
            } else return;
            event.preventDefault();
          }}
        />
        {filter}
      </div>
      <PeopleList
        {...list}
        shape="list"
        onChosen={shut}
        onOpen={(id) => {
          shut();
          list.onOpen(id);
        }}
      />
      <p class="people-foot">
        {ids.length < everybody.length ? (
          words.foundOf(ids.length, everybody.length)
        ) : (
          <>
            <Icon name="pin" size={13} /> {words.asTiles(tiles)}
          </>
        )}
      </p>
    </>
  );
  if (shape === 'list') return <div class="people">{inside}</div>;
  return (
    <div class="people-strip">
      <PeopleList {...list} shape="faces" ids={everybody} />
      <button
        ref={button}
        type="button"
        class="plain icon-button face-search"
        aria-label={searchLabel}
        aria-expanded={opened.value}
        title={searchLabel}
        onClick={() => {
          opened.value = !opened.peek();
        }}
      >
        <Icon name={opened.value ? 'close' : 'search'} size={16} />
      </button>
      {opened.value ? <div class="people over">{inside}</div> : null}
    </div>
  );
}

const next = (input: HTMLElement): HTMLElement | null | undefined =>
  input.closest('.people')?.querySelector<HTMLElement>('[role="listbox"]');
