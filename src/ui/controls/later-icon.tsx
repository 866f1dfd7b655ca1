import { Drawing, type Shapes } from './icon.tsx';
import type { LaterIconName } from './later-icon-names.ts';

/** The SVG shapes of the icons, on a grid of 24 by 24. The build puts them in (build/icons.ts). */
declare const __LATER_ICON_SHAPES__: Readonly<Record<LaterIconName, Shapes>>;

/** An icon of what is loaded later than the window: its drawing comes with it. */
export const LaterIcon = ({ name, size = 14 }: { readonly name: LaterIconName; readonly size?: number }) => (
  <Drawing shapes={__LATER_ICON_SHAPES__[name]} size={size} />
);
