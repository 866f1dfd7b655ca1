import type { ComponentProps } from 'preact';
import type { AppContextValue } from '../context.ts';
import type { Icon } from '../controls/icon.tsx';
import type { World } from '../../engine/world.ts';
import type { View } from '../window-state.ts';

export type GroupName = 'people' | 'do' | 'goTo';

/** Something the palette finds and does. */
export type Command = {
  /** Not the same for two of them. */
  readonly id: string;
  readonly group: GroupName;
  readonly title: string;
  /** What kind of thing it is, or how it stands. */
  readonly detail: string;
  readonly icon: ComponentProps<typeof Icon>['name'];
  /** The single letter that does the same. */
  readonly key?: string;
  /** The status of a customer, found by `#`. */
  readonly status?: number;
  /** Does it, and tells why it was refused, in words; empty when it was not. */
  readonly run: () => Promise<string> | string;
};

/** What commands are made of: the window, and the world as it is now. */
export type CommandContext = AppContextValue & {
  readonly now: World;
  /** Shows something on the stage. */
  readonly show: (part: Partial<View>) => '';
};
