import { useSignal } from '@preact/signals';
import type { Channel } from '../../engine/definition.ts';
import type { Session } from '../../engine/world.ts';
import { channelColours } from '../channel-colours.ts';
import { customerName } from '../names.ts';
import { focusCustomer } from '../controls/focus-next.ts';
import { words } from '../words/words.ts';
import { Badge } from './badge.tsx';
import { FailureMark } from './failure-mark.tsx';
import { Screen } from './screen.tsx';
import { WidgetHead } from './widget-head.tsx';

type WidgetProps = {
  readonly session: Session;
  readonly channel: Channel | undefined;
  /** Alone in a window, where nothing leads to why a script failed. */
  readonly alone?: boolean;
};

/** The class names of a channel's theme and size; its colours and fonts are `channelColours`. */
export const themeOf = (channel: Channel | undefined): string =>
  channel === undefined ? '' : `theme-${channel.layout.theme} size-${channel.layout.size}`;

/**
 * A customer's widget in its channel's look, as it stands on a page: header and screen, or the badge when it is minimised.
 * Tile, window of its own and preview of the settings draw this one.
 */
export function Widget({ session, channel, alone = false }: WidgetProps) {
  const minimised = useSignal(false);
  const look = channel === undefined ? {} : channelColours(channel);
  if (minimised.value) {
    return (
      <div class={`widget minimised ${themeOf(channel)}`} data-session={session.id} style={look}>
        <Badge
          channel={channel}
          focused
          label={words.openWidget(customerName(session))}
          onOpen={() => {
            minimised.value = false;
            focusCustomer(session.id);
          }}
        />
      </div>
    );
  }
  return (
    <div class={`widget ${themeOf(channel)}`} data-session={session.id} style={look}>
      <WidgetHead
        session={session}
        channel={channel}
        onMinimise={() => {
          minimised.value = true;
        }}
      />
      {alone ? null : <FailureMark session={session.id} />}
      <Screen session={session} channel={channel} />
    </div>
  );
}
