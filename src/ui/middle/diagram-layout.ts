import type { SessionStatus } from '../../engine/numbers.ts';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Point = readonly [x: number, y: number];

export const size = { width: 284, height: 142 };

const big = (x: number, y: number, width = 52): Box => ({ x, y, width, height: 28 });
const small = (x: number, width = 50): Box => ({ x, y: 114, width, height: 22 });

/** Where each of the twelve statuses stands: the usual way on top, the ends below. */
export const boxes: readonly Box[] = [
  small(4, 48), // 0 Invalid
  big(4, 12), // 1 Form
  big(84, 12), // 2 FAQ
  big(224, 12, 56), // 3 Offline
  big(156, 12, 54), // 4 Queue
  big(84, 66), // 5 Cust.
  big(156, 66, 54), // 6 User
  big(4, 66), // 7 End
  small(56, 52), // 8 Deleted
  small(112, 50), // 9 Closed
  small(166, 58), // 10 Request
  small(228, 52), // 11 Left
];

/** The transitions of chat-domain §2.3 that the diagram draws faintly before they are taken. */
export const usual: readonly (readonly [SessionStatus, SessionStatus])[] = [
  [1, 2],
  [2, 4],
  [4, 6],
  [4, 5],
  [5, 6],
  [6, 5],
  [5, 7],
  [4, 3],
];

const boxOf = (status: SessionStatus): Box => boxes[status] ?? (boxes[0] as Box);
const centre = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];

/** Where the line from the middle of `box` towards `to` leaves the box. */
function edge(box: Box, to: Point): Point {
  const [cx, cy] = centre(box);
  const [dx, dy] = [to[0] - cx, to[1] - cy];
  const scale = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  );
  return [cx + dx * scale, cy + dy * scale];
}

const row = (status: SessionStatus): number => boxOf(status).y;
/** True where a straight line would run through another node. */
const blocked = (from: SessionStatus, to: SessionStatus): boolean =>
  row(from) === row(to) &&
  boxes.some((box, status) => {
    const [low, high] = [boxOf(from).x, boxOf(to).x].sort((a, b) => a - b) as [number, number];
    return status !== from && status !== to && box.y === row(from) && box.x > low && box.x < high;
  });

const text = (points: readonly Point[]): string =>
  points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');

/**
 * The line of a transition as an SVG path: straight between neighbours, a bow over what stands between,
 * and two lines beside each other where there is a way back.
 */
export function line(from: SessionStatus, to: SessionStatus, wayBack: boolean): string {
  const [a, b] = [boxOf(from), boxOf(to)];
  if (blocked(from, to)) {
    const up = row(from) < 60 ? -1 : 1;
    const [ax, ay] = centre(a);
    const [bx, by] = centre(b);
    const top = (up * a.height) / 2;
    return `M${text([[ax, ay + top]])} C${text([
      [ax, ay + top * 2.1],
      [bx, by + top * 2.1],
      [bx, by + top],
    ])}`;
  }
  const [p, q] = [edge(a, centre(b)), edge(b, centre(a))];
  const length = Math.hypot(q[0] - p[0], q[1] - p[1]) || 1;
  const shift = wayBack ? 4 : 0;
  const side: Point = [(-(q[1] - p[1]) / length) * shift, ((q[0] - p[0]) / length) * shift];
  return `M${text([[p[0] + side[0], p[1] + side[1]]])} L${text([[q[0] + side[0], q[1] + side[1]]])}`;
}
