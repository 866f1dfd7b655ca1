import type { RecordedEvent } from '../../engine/events.ts';
import { useWorld } from '../context.ts';
import { customerName } from '../names.ts';
import type { IconName } from '../controls/icon-names.ts';
import { Icon } from '../controls/icon.tsx';
import { timelineWords } from '../words/timeline-words.ts';
import type { Lane } from './lanes.ts';

export const laneIcons: Readonly<Record<Lane, IconName>> = {
  customer: 'customer',
  bot: 'bot',
  trigger: 'trigger',
  webhook: 'webhook',
  agent: 'agent',
};

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => Array.from(word)[0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();

/** Who did it: a customer by initials, others by icon, and all by name to a screen reader. */
export function Actor({ event, lane }: { readonly event: RecordedEvent; readonly lane: Lane | undefined }) {
  const id = 'session' in event ? event.session : undefined;
  const kind = event.type === 'session.statusChanged' ? 'status' : (lane ?? 'system');
  const name = useWorld(({ sessions }) => {
    const session = kind === 'customer' && id !== undefined ? sessions.get(id) : undefined;
    return session === undefined ? '' : customerName(session);
  });
  const icon = kind === 'status' ? 'status' : kind === 'system' ? 'system' : laneIcons[kind];
  const label = kind === 'status' || kind === 'system' ? timelineWords.bySystem : timelineWords.lanes[kind];
  return (
    <span class={`actor actor-${kind}`} title={name || label}>
      {name === '' ? <Icon name={icon} size={13} /> : <span aria-hidden="true">{initials(name)}</span>}
      <span class="hidden-text">{label}: </span>
    </span>
  );
}
