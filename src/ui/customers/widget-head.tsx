import type { Channel } from '../../engine/definition.ts';
import { agentNameFor, findAgent } from '../../engine/lookup.ts';
import type { Session } from '../../engine/world.ts';
import { useWorld } from '../context.ts';
import { initialsOf } from '../parts/avatar.tsx';

type WidgetHeadProps = { readonly session: Session; readonly channel: Channel | undefined };

/**
 * The header of the widget: the channel's texts, and once an agent has answered the agent's photo and name
 * in their place, where the channel shows them (chat-domain T97). Photos are not kept: initials stand in.
 */
export function WidgetHead({ session, channel }: WidgetHeadProps) {
  const agent = useWorld((world) => findAgent(world, session.agent));
  if (channel?.layout.showAgentPhoto !== true || agent === undefined) {
    return (
      <div>
        <strong>{channel?.layout.header || channel?.properties.badgeHeader || channel?.name || ''}</strong>
        <span>{channel?.layout.message ?? ''}</span>
      </div>
    );
  }
  const name = agentNameFor(channel, agent);
  return (
    <div class="widget-agent">
      <span class="widget-photo" aria-hidden="true">
        {initialsOf(agent.name)}
      </span>
      <strong>{name}</strong>
    </div>
  );
}
