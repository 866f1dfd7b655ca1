import type { Channel } from '../../engine/definition.ts';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';

type BadgeProps = {
  readonly channel: Channel | undefined;
  readonly label: string;
  readonly onOpen: () => void;
  /** It took the place of what had the focus. */
  readonly focused?: boolean;
};

/** What a page shows of a chat that is not open: the channel's badge, a button with its text (chat-domain §9). */
export function Badge({ channel, label, onOpen, focused = false }: BadgeProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) button.current?.focus();
  }, [focused]);
  return (
    <button ref={button} type="button" class="widget-badge" aria-label={label} title={label} onClick={onOpen}>
      <Icon name="stage" size={16} /> <bdi>{channel?.properties.badgeHeader}</bdi>
    </button>
  );
}
