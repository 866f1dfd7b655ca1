import { h } from 'preact';
import type { IconName } from './icon-names.ts';

/** The drawings on a grid of 24, put in by the build (build/icons.ts). */
declare const __ICON_SHAPES__: Readonly<
  Record<IconName, readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[]>
>;

type IconProps = {
  readonly name: IconName;
  /** Pixels: 13 to 14 in small buttons, 16 in rows, 18 in the rail. */
  readonly size?: number;
  /** Filled with its own colour, as a star that is lit. */
  readonly filled?: boolean;
};

/** A drawing beside words that say the same: never read out. */
export const Icon = ({ name, size = 14, filled = false }: IconProps) => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    width={size}
    height={size}
    fill={filled ? 'currentColor' : 'none'}
    stroke="currentColor"
    stroke-width={size < 16 ? 2 : 1.75}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {__ICON_SHAPES__[name].map(([tag, attributes], index) => h(tag, { key: index, ...attributes }))}
  </svg>
);
