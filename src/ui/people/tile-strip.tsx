import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { bringAcross } from '../controls/bring-across.ts';
import { ErrorBoundary } from '../controls/error-boundary.tsx';

type TileStripProps = {
  readonly ids: readonly number[];
  /** Who is brought into sight when they change. */
  readonly selected: number;
  /** So many of them are in sight at first. */
  readonly room: number;
  readonly children: (id: number) => ComponentChildren;
};

/** Tiles side by side. Where more are pinned than fit it scrolls, and only those in sight are drawn. */
export function TileStrip({ ids, selected, room, children }: TileStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const isThere = ids.includes(selected);
  useEffect(() => {
    const tile = strip.current?.querySelector(`[data-tile="${String(selected)}"]`);
    if (strip.current !== null && tile instanceof Element) bringAcross(strip.current, tile);
  }, [selected, isThere]);
  return (
    <div ref={strip} class="tiles">
      {ids.map((id, index) => (
        <Slot key={id} id={id} atFirst={index <= room}>
          {children}
        </Slot>
      ))}
    </div>
  );
}

type SlotProps = {
  readonly id: number;
  readonly atFirst: boolean;
  readonly children: TileStripProps['children'];
};

/** The place of a tile: what is nearly in sight is drawn, and what is worked in. */
function Slot({ id, atFirst, children }: SlotProps) {
  const slot = useRef<HTMLDivElement>(null);
  const seen = useSignal(atFirst);
  useEffect(() => {
    const element = slot.current;
    if (element === null) return undefined;
    const watch = new IntersectionObserver(
      ([entry]) => {
        // A pane that is not shown, as on a phone, has no size: what it holds stays as it is.
        if (entry === undefined || entry.boundingClientRect.width === 0) return;
        seen.value = entry.isIntersecting || element.contains(document.activeElement);
      },
      { root: element.parentElement, rootMargin: '0px 300px' },
    );
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, [seen]);
  return (
    <div ref={slot} class="tile-slot" data-tile={id}>
      {seen.value ? <ErrorBoundary>{children(id)}</ErrorBoundary> : null}
    </div>
  );
}
