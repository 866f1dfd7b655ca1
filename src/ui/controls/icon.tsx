import { h } from 'preact';
import type { IconName } from './icon-names.ts';
import { memo } from './memo.ts';

/** The SVG shapes of the icons, on a grid of 24 by 24. The build puts them in (build/icons.ts). */
declare const __ICON_SHAPES__: Readonly<Record<IconName, Shapes>>;

export type Shapes = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

type DrawingProps = {
  /** Pixels: 13 to 14 in small buttons, 16 in rows, 18 in the rail. */
  readonly size?: number;
  /** Filled with its own colour, as a star that is lit. */
  readonly filled?: boolean;
};

/** A drawing of these shapes. */
export const Drawing = ({
  shapes,
  size = 14,
  filled = false,
}: DrawingProps & { readonly shapes: Shapes }) => (
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
    {shapes.map(([tag, attributes], index) => h(tag, { key: index, ...attributes }))}
  </svg>
);

type IconProps = DrawingProps & { readonly name: IconName };

/** A drawing beside words that say the same: never read out. Forty stand in what a message draws again, and are the same. */
export const Icon = memo(function Icon({ name, ...rest }: IconProps) {
  return <Drawing shapes={__ICON_SHAPES__[name]} {...rest} />;
});
