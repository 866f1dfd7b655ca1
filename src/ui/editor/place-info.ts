import type { EditorView, Rect } from '@codemirror/view';

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * Where the panel about the chosen suggestion goes: beside the list, or where there is no room above or below
 * it. It never hides the list, nor the line that is being written.
 */
export function placeInfo(
  view: EditorView,
  list: Rect,
  option: Rect,
  info: Rect,
  space: Rect,
): { readonly style: string } {
  const [width, height] = [info.right - info.left, info.bottom - info.top];
  const onRight = space.right - list.right >= width;
  if (onRight || list.left - space.left >= width) {
    const top = between(space.top, option.top, space.bottom - height) - list.top;
    return { style: `${onRight ? 'left' : 'right'}: 100%; top: ${String(top)}px` };
  }
  const line = view.coordsAtPos(view.state.selection.main.head) ?? { top: list.top, bottom: list.top };
  const isUnder = list.top >= line.bottom - 2;
  const over = isUnder ? list.top - line.top : 0;
  const under = isUnder ? 0 : line.bottom - list.bottom;
  const left = Math.min(0, space.right - width - list.left);
  const [above, below] = [list.top - over - space.top, space.bottom - list.bottom - under];
  const isBelow = below >= height || below >= above;
  const [edge, gap, room] = isBelow ? ['top', under, below] : ['bottom', over, above];
  return {
    style: `${edge}: calc(100% + ${String(gap)}px); left: ${String(left)}px; max-height: ${String(Math.max(40, room))}px`,
  };
}
