import type { SessionStatus } from '../../engine/numbers.ts';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Point = readonly [x: number, y: number];

/** Where each of the twelve statuses stands, and how big the whole is. */
export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
};

const at = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

/** The usual way on top, the ends below. */
export const wide: Layout = {
  width: 284,
  height: 142,
  boxes: [
    at(4, 114, 48, 22), // 0 Invalid
    at(4, 12, 52, 28), // 1 Form
    at(84, 12, 52, 28), // 2 FAQ
    at(224, 12, 56, 28), // 3 Offline
    at(156, 12, 54, 28), // 4 Queue
    at(84, 66, 52, 28), // 5 Cust.
    at(156, 66, 54, 28), // 6 User
    at(4, 66, 52, 28), // 7 End
    at(56, 114, 52, 22), // 8 Deleted
    at(112, 114, 50, 22), // 9 Closed
    at(166, 114, 58, 22), // 10 Request
    at(228, 114, 52, 22), // 11 Left
  ],
};

/** The same for a narrow column, where `wide` would be too small to be read: three beside each other, the offline form above. */
export const narrow: Layout = {
  width: 192,
  height: 184,
  boxes: [
    at(4, 10, 54, 24), // 0 Invalid
    at(4, 56, 54, 28), // 1 Form
    at(69, 56, 54, 28), // 2 FAQ
    at(134, 8, 54, 28), // 3 Offline
    at(134, 56, 54, 28), // 4 Queue
    at(69, 106, 54, 28), // 5 Cust.
    at(134, 106, 54, 28), // 6 User
    at(4, 106, 54, 28), // 7 End
    at(66, 10, 60, 24), // 8 Deleted
    at(4, 154, 54, 24), // 9 Closed
    at(63, 154, 66, 24), // 10 Request
    at(134, 154, 54, 24), // 11 Left
  ],
};

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

/** Along which axis (0 across, 1 down) two boxes lie in one line with another one between them; undefined is neither. */
function blocked(boxes: readonly Box[], a: Box, b: Box): 0 | 1 | undefined {
  const [from, to] = [centre(a), centre(b)];
  return ([0, 1] as const).find((axis) => {
    const other = axis === 0 ? 1 : 0;
    const isBetween = (box: Box): boolean => {
      const point = centre(box);
      const [low, high] = [Math.min(from[axis], to[axis]), Math.max(from[axis], to[axis])];
      return near(point[other], from[other]) && point[axis] > low && point[axis] < high;
    };
    return near(from[other], to[other]) && boxes.some((box) => box !== a && box !== b && isBetween(box));
  });
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 3;

const text = (points: readonly Point[]): string =>
  points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');

/**
 * The line of a transition as an SVG path: straight between neighbours, a bow past what stands between, and two lines
 * beside each other where there is a way back.
 */
export function line(layout: Layout, from: SessionStatus, to: SessionStatus, wayBack: boolean): string {
  const { boxes } = layout;
  const [a, b] = [boxes[from] ?? at(0, 0, 0, 0), boxes[to] ?? at(0, 0, 0, 0)];
  const [p0, q0] = [centre(a), centre(b)];
  const axis = blocked(boxes, a, b);
  if (axis === 0) {
    const side = p0[1] < layout.height / 2 ? -1 : 1;
    const out = (side * a.height) / 2;
    return bow([p0[0], p0[1] + out], [q0[0], q0[1] + out], [0, out * 1.1]);
  }
  if (axis === 1) {
    const side = p0[0] < layout.width / 2 ? 1 : -1;
    return bow([p0[0] + (side * a.width) / 2, p0[1]], [q0[0] + (side * b.width) / 2, q0[1]], [side * 12, 0]);
  }
  const [p, q] = [edge(a, q0), edge(b, p0)];
  const length = Math.hypot(q[0] - p[0], q[1] - p[1]) || 1;
  const shift = wayBack ? 4 : 0;
  const side: Point = [(-(q[1] - p[1]) / length) * shift, ((q[0] - p[0]) / length) * shift];
  return `M${text([[p[0] + side[0], p[1] + side[1]]])} L${text([[q[0] + side[0], q[1] + side[1]]])}`;
}

const bow = (from: Point, to: Point, [dx, dy]: Point): string =>
  `M${text([from])} C${text([[from[0] + dx, from[1] + dy], [to[0] + dx, to[1] + dy], to])}`;
