import { describe, expect, it } from 'vitest';
import type { SessionStatus } from '../../../src/engine/numbers.ts';
import { line, narrow, wide } from '../../../src/ui/session/diagram-layout.ts';

describe.each([
  ['in a wide column', wide],
  ['in a narrow one', narrow],
])('the diagram %s', (_, layout) => {
  it('has room for all twelve statuses, none on top of another', () => {
    const { boxes, width, height } = layout;
    expect(boxes).toHaveLength(12);
    boxes.forEach((a, i) => {
      expect(a.x >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true);
      for (const b of boxes.slice(i + 1)) {
        expect(
          a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
        ).toBe(false);
      }
    });
  });

  it('draws a line for every step that a script can force', () => {
    const all = Array.from({ length: 12 }, (_, status) => status as SessionStatus);
    for (const from of all)
      for (const to of all)
        if (from !== to) expect(line(layout, from, to, true)).toMatch(/^M[\d .-]+[LC][\d .-]+$/);
  });
});
