import { unansweredOf } from '../../engine/agent-views.ts';
import { useView, useWorld } from '../context.ts';
import { customerName } from '../names.ts';
import { Avatar } from '../controls/avatar.tsx';
import { Icon } from '../controls/icon.tsx';
import { words } from '../words/words.ts';
import { useChats } from './use-chats.ts';

type AgentRowProps = { readonly agent: number; readonly shape: 'list' | 'faces' };

/** An agent on two lines, or as a face: who, whether present, with whom, and what waits for an answer. */
export function AgentRow({ agent: id, shape }: AgentRowProps) {
  const agent = useWorld((world) => world.agents.find((one) => one.id === id));
  const { ongoing, transfers } = useChats(id);
  const unread = useWorld((world) => ongoing.reduce((sum, session) => sum + unansweredOf(world, session), 0));
  const pinned = useView((view) => view.pinnedAgents.includes(id));
  if (agent === undefined) return null;
  const presence = agent.present ? words.present : words.away;
  const asked = transfers.length;
  const waits = asked > 0 ? words.wantsAnswer(asked) : unread > 0 ? words.unread(unread) : '';
  const badge =
    waits === '' ? null : (
      <span class={asked > 0 ? 'badge warn' : 'badge'} title={waits} aria-hidden="true">
        {asked > 0 ? asked : unread}
      </span>
    );
  const mark = <i class={agent.present ? 'presence-dot present' : 'presence-dot'} />;
  if (shape === 'faces') {
    return (
      <span class="face" title={`${agent.name} · ${presence}`}>
        <Avatar of="agent" name={agent.name} />
        <span class="hidden-text">{[agent.name, presence, waits].filter(Boolean).join(', ')}</span>
        {badge ?? mark}
      </span>
    );
  }
  const names = ongoing.map(customerName).join(', ');
  return (
    <>
      <Avatar of="agent" name={agent.name} />
      <span class={waits === '' ? 'person-text' : 'person-text unread'} title={`${agent.name} · ${presence}`}>
        <span class="person-line">
          <bdi class="person-name">{agent.name}</bdi>
          <span class="hidden-text">
            {[presence, waits, pinned ? words.pinned : ''].filter(Boolean).join(', ')}
          </span>
          {pinned ? <Icon name="pin" size={13} /> : null}
        </span>
        <span class="person-last">
          <bdi>{asked > 0 ? words.wantsAnswer(asked) : names === '' ? words.chatsOf(0) : names}</bdi>
        </span>
      </span>
      <span class="person-side">{badge ?? mark}</span>
    </>
  );
}
