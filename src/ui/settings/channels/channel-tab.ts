import type { Channel } from '../../../engine/definition.ts';

/** What a tab of a channel's form is given. */
export type ChannelTabProps = {
  /** As the form has it: not saved. */
  readonly channel: Channel;
  readonly set: (path: string, value: unknown) => void;
};
