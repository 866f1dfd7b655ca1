import { useRef } from 'preact/hooks';
import { useWindow } from '../context.ts';
import { freshSizes, sizeLimits, type Sizes } from '../window-state.ts';
import { words } from '../words/words.ts';

type SplitterProps = {
  readonly of: keyof Sizes;
  readonly name: string;
  readonly direction: 'column' | 'row';
  /** The pane lies after the splitter: dragging towards it makes it smaller. */
  readonly after?: boolean;
  /** What a double click and Enter do; else the pane gets the size that it has at first. */
  readonly onFold?: () => void;
};

/** The line between two panes: dragged by pointer, moved by arrow keys, folded by double click and Enter, remembered. */
export function Splitter({ of, name, direction, after = false, onFold }: SplitterProps) {
  const windowState = useWindow();
  const from = useRef<{ readonly at: number; readonly size: number; readonly whole: number } | null>(null);
  const size = windowState.sizes.value[of];
  const sign = after ? -1 : 1;
  const place = (event: PointerEvent) => (direction === 'column' ? event.clientX : event.clientY);
  const press = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    const whole = (direction === 'column' ? box?.width : box?.height) ?? 1;
    from.current = { at: place(event), size, whole };
  };
  const move = (event: PointerEvent) => {
    if (from.current === null) return;
    const moved = ((place(event) - from.current.at) / from.current.whole) * 100 * sign;
    windowState.resize({ [of]: from.current.size + moved });
  };
  const fold =
    onFold ??
    (() => {
      windowState.resize({ [of]: freshSizes[of] });
    });
  const key = (event: KeyboardEvent) => {
    const steps: Record<string, number> =
      direction === 'column' ? { ArrowLeft: -2, ArrowRight: 2 } : { ArrowUp: -2, ArrowDown: 2 };
    const step = steps[event.key];
    if (event.key === 'Enter') fold();
    if (step === undefined) return;
    event.preventDefault();
    windowState.resize({ [of]: size + step * sign });
  };
  return (
    <div
      class={`splitter ${direction}`}
      role="separator"
      tabIndex={0}
      aria-label={words.resize(name)}
      aria-orientation={direction === 'column' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={sizeLimits.least}
      aria-valuemax={sizeLimits.most}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={() => {
        from.current = null;
      }}
      onKeyDown={key}
      onDblClick={fold}
    />
  );
}
