import type { Channel } from '../engine/definition.ts';

const shape = /^#[0-9a-f]{6}$/i;

/** The colour, if it is one that may go into a style: `#rrggbb` and nothing else. */
export const safeColour = (colour: string): string | undefined => (shape.test(colour) ? colour : undefined);

function luminance(colour: string): number {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

/** The contrast of two safe colours, from 1 to 21 (WCAG 2). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return a > b ? a / b : b / a;
}

/** What text needs (WCAG 2 AA). */
const readable = 4.5;

/** White where that can be read on `background` (a safe colour), else nearly black, else black: one of them always can. */
export const textOn = (background: string): string =>
  ['#ffffff', '#111111'].find((text) => contrast(text, background) >= readable) ?? '#000000';

/** The panels of the look, light and dark, on which a channel's colour may be a text. */
const panels = { light: '#ffffff', dark: '#1a1e26' } as const;

/** The channel's own text colour, where it can be read on its ground. */
const pair = (name: string, background: string, text: string): Record<string, string> => {
  const safe = safeColour(background);
  if (safe === undefined) return {};
  const own = safeColour(text);
  const isReadable = own !== undefined && contrast(own, safe) >= readable;
  return { [`--${name}`]: safe, [`--${name}-text`]: isReadable ? own : textOn(safe) };
};

/** The colour as a text on both panels; where it cannot be read, the text's own. */
const inks = (colour: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(panels).map(([theme, panel]) => [
      `--widget-ink-${theme}`,
      contrast(colour, panel) >= readable ? colour : 'var(--text)',
    ]),
  );

/** Names of fonts, and nothing that could be anything else. */
const fonts = /^[\w\s,'"-]{1,100}$/;

/** Sizes at which a tile can still be read and used. */
const sizes = /^(1[0-9]|20)(px)?$/;

/** What the customer says in the modern theme: without a box, unless the channel has a colour for it (chat-domain §9). */
const plain = { '--bubble-customer': 'transparent', '--bubble-customer-text': 'var(--text)' };

/**
 * A channel's look as custom properties of its widget. Its colour is that of header, badge, buttons, options and the
 * customer's bubbles, as far as the channel has none of their own; what it leaves empty keeps the look's own. Text on
 * any of its colours can be read: the channel's text colour gives way to white or black where it cannot.
 */
export function channelColours({ layout }: Channel): Record<string, string> {
  const { theme, color, customerColor, customerTextColor, agentColor, agentTextColor } = layout;
  const safe = safeColour(color);
  const own = (part: string) => safeColour(part) ?? color;
  const size = sizes.exec(layout.fontSize)?.[1];
  return {
    ...pair('widget', color, ''),
    ...(safe === undefined ? {} : inks(safe)),
    ...(theme === 'modern' && safeColour(customerColor) === undefined
      ? plain
      : pair('bubble-customer', own(customerColor), customerTextColor)),
    ...pair('bubble-agent', agentColor, agentTextColor),
    ...pair('widget-button', own(layout.buttonColor), layout.buttonTextColor),
    ...pair('widget-badge', own(layout.badgeColor), layout.badgeTextColor),
    ...(fonts.test(layout.font) ? { '--widget-font': layout.font } : {}),
    ...(size === undefined ? {} : { '--widget-size': `${size}px` }),
  };
}
