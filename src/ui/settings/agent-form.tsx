import type { Member } from '../../engine/definition.ts';
import { useSending, useStore, useWorld } from '../context.ts';
import { hrefOf } from '../frame/router.ts';
import { Refusal } from '../parts/refusal.tsx';
import { requireWorld } from '../store/store.ts';
import { SavedField } from './saved-field.tsx';
import { SettingsHead } from './settings-head.tsx';
import { settingsWords } from './settings-words.ts';
import { SwitchField } from '../parts/switch-field.tsx';

const words = settingsWords.agent;
const rights = Object.keys(words.rights) as (keyof typeof words.rights)[];

const rightsOf = (member: Member | undefined): string =>
  rights
    .filter((right) => member?.[right] === true)
    .map((right) => words.rights[right])
    .join(', ');

/** An agent: name, presence, and the channels they belong to. */
export function AgentForm({ id }: { readonly id: number }) {
  const store = useStore();
  const agent = useWorld((world) => world.agents.find((one) => one.id === id));
  const channels = useWorld((world) =>
    world.channels.filter(({ members }) => members.some((member) => member.agent === id)),
  );
  const sending = useSending();
  if (agent === undefined) return null;
  const now = () => requireWorld(store).agents.find((one) => one.id === id);
  const rename = async (text: string) => {
    const name = text.trim();
    return sending.send({ type: 'admin.savesAgent', agent: { ...(now() ?? agent), name } });
  };
  return (
    <section class="settings-form" aria-labelledby="agent-title">
      <SettingsHead id="agent-title" title={agent.name}>
        {words.number(id)}
      </SettingsHead>
      <Refusal sending={sending} />
      <SavedField
        label={words.name}
        help={words.nameHelp}
        stored={agent.name}
        now={() => now()?.name ?? ''}
        what={words.nameMeanwhile}
        field={{ maxLength: 255, required: true, pattern: '.*\\S.*', dir: 'auto' }}
        onSave={rename}
      />
      <SwitchField
        label={words.presence}
        help={words.presenceHelp}
        on={agent.present}
        onSwitch={(present) => void sending.send({ type: 'agent.setsPresence', agent: id, present })}
      />
      <h3>{words.channels}</h3>
      {channels.length === 0 ? <p class="note">{words.noChannels}</p> : null}
      <ul class="settings-links">
        {channels.map((channel) => (
          <li key={channel.id}>
            <a href={hrefOf(['settings', 'channels', String(channel.id)])} dir="auto">
              {channel.name}
            </a>{' '}
            <small>{rightsOf(channel.members.find((member) => member.agent === id))}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
