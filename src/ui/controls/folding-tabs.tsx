import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../words/words.ts';
import { afterDraw } from './after-draw.ts';
import { fittingTabs } from './fitting-tabs.ts';
import { MenuItem, Popover } from './popover.tsx';
import { TabStrip, type TabStripProps } from './tab-strip.tsx';

/** Pixels, as the styles have them: between tabs, and the button with the rest. */
const [gap, moreWidth] = [4, 84];

/** Which tabs are in sight; all until the strip was measured. A tab that is not drawn has the width that it had last. */
function useFitting(row: RefObject<HTMLElement | null>, names: readonly string[], open: string) {
  const widths = useRef(new Map<string, number>());
  const room = useSignal(Infinity);
  const measured = useSignal(0);
  const { current: measure } = useRef(() => {
    for (const tab of row.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? []) {
      const name = tab.dataset['tab'] ?? '';
      if (tab.offsetWidth === 0 || widths.current.get(name) === tab.offsetWidth) continue;
      widths.current.set(name, tab.offsetWidth);
      measured.value += 1;
    }
  });
  useLayoutEffect(() => {
    afterDraw(measure);
  });
  useLayoutEffect(() => {
    const box = row.current;
    if (box === null) return undefined;
    const look = () => {
      if (box.clientWidth > 0) room.value = box.clientWidth;
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => {
      watch.disconnect();
    };
  }, [row, room]);
  return measured.value === 0
    ? names.map((_, index) => index)
    : fittingTabs({
        widths: names.map((name) => widths.current.get(name) ?? 0),
        gap,
        room: room.value,
        more: moreWidth,
        open: names.indexOf(open),
      });
}

/** Tabs with arrow keys, as screen readers know them; those that do not fit stand in a menu behind them. */
export function FoldingTabs<Name extends string>(props: TabStripProps<Name>) {
  const row = useRef<HTMLDivElement>(null);
  const { tabs, open, onOpen } = props;
  const shown = useFitting(
    row,
    tabs.map(({ name }) => name),
    open,
  );
  const rest = tabs.filter((_, index) => !shown.includes(index));
  return (
    <div ref={row} class="tab-row">
      <TabStrip {...props} tabs={tabs.filter((_, index) => shown.includes(index))} walked={tabs} />
      {rest.length === 0 ? null : (
        <Popover label={words.moreTabs(rest.length)} class="quiet more-tabs">
          {(close) =>
            rest.map(({ name, label }) => (
              <MenuItem
                key={name}
                onChoose={() => {
                  close();
                  onOpen(name);
                }}
              >
                {label}
              </MenuItem>
            ))
          }
        </Popover>
      )}
    </div>
  );
}
