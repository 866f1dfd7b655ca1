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

/** Black or white, whichever is easier to read on `background` (a safe colour). */
export const textOn = (background: string): string => (luminance(background) > 0.179 ? '#111111' : '#ffffff');

const pair = (name: string, background: string, text: string): Record<string, string> => {
  const safe = safeColour(background);
  if (safe === undefined) return {};
  return { [`--${name}`]: safe, [`--${name}-text`]: safeColour(text) ?? textOn(safe) };
};

/** A channel's colours as custom properties of its widget; what the channel leaves empty keeps the look's own. */
export function channelColours({ layout }: Channel): Record<string, string> {
  return {
    ...pair('widget', layout.color, ''),
    ...pair('bubble-customer', layout.customerColor, layout.customerTextColor),
    ...pair('bubble-agent', layout.agentColor, layout.agentTextColor),
    ...pair('widget-button', layout.buttonColor, layout.buttonTextColor),
  };
}
