import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/ui/styles/tokens.css', 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

const read = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  );

/** Relative luminance (WCAG 2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const ofStatuses = ['form-text', 'queue-text', 'customer-text', 'user-text', 'end-text'];
const ofCode = ['text', 'muted', 'code-keyword', 'code-type', 'code-string'];
const onRows = ['text', 'muted', 'faint', 'danger', 'accent', ...ofStatuses];

describe.each([
  ['light', read(light)],
  ['dark', { ...read(light), ...read(dark) }],
])('in %s colours', (_, colours) => {
  it.each([
    ['a row', onRows, ['background', 'panel', 'sunk', 'accent-soft']],
    ['code', ofCode, ['panel', 'sunk', 'selection']],
  ])('every text in %s can be read, also where it is selected', (_where, texts, grounds) => {
    const faint = texts.flatMap((text) =>
      grounds
        .map(
          (ground) => [`${text} on ${ground}`, contrast(colours[text] ?? '', colours[ground] ?? '')] as const,
        )
        .filter(([, ratio]) => !(ratio >= 4.5)),
    );

    expect(faint).toEqual([]);
  });
});
