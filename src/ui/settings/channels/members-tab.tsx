import { memberRights } from '../../../engine/channel-settings.ts';
import type { Member } from '../../../engine/definition.ts';
import { eachSetting, leavesOf } from '../../../engine/setting-kinds.ts';
import { useWorld } from '../../context.ts';
import { hrefOf } from '../../frame/router.ts';
import { useFormContext } from '../../form/form-context.ts';
import { Icon } from '../../controls/icon.tsx';
import type { ChannelTabProps } from './channel-tab.ts';
import { channelWords } from '../../words/channel-words.ts';

const words = channelWords.members;
const rights = leavesOf(memberRights).map(({ path }) => path as keyof typeof memberRights);

const newMember = (agent: number): Member => ({
  agent,
  ...(eachSetting(memberRights, ({ standard }) => standard) as Omit<Member, 'agent'>),
});

/** Who answers on a channel, and what each may do there (chat-domain §1.2). */
export function MembersTab({ channel, set }: ChannelTabProps) {
  const agents = useWorld((world) => world.agents);
  const { form } = useFormContext();
  const { members } = channel;
  const put = (next: readonly Member[]) => {
    set('members', next);
  };
  const nameOf = (id: number) => agents.find((one) => one.id === id)?.name ?? words.gone(id);
  const others = agents.filter(({ id }) => !members.some(({ agent }) => agent === id));
  const problem = form.problems.find(({ path }) => path === 'members');
  return (
    <div class="members-tab">
      {problem === undefined ? null : <p class="field-problem warn">{problem.text}</p>}
      {members.length === 0 ? null : (
        <div class="members-scroll" tabIndex={0} role="group" aria-label={words.allRights}>
          <table class="members">
            <thead>
              <tr>
                <th scope="col">{words.agent}</th>
                {rights.map((right) => (
                  <th key={right} scope="col" title={channelWords.rights[right].help}>
                    {channelWords.rights[right].label}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {members.map((member) => (
                <tr key={member.agent}>
                  <th scope="row">
                    <a href={hrefOf(['settings', 'agents', String(member.agent)])}>
                      <bdi>{nameOf(member.agent)}</bdi>
                    </a>
                  </th>
                  {rights.map((right) => (
                    <td key={right}>
                      <input
                        type="checkbox"
                        aria-label={words.right(channelWords.rights[right].label, nameOf(member.agent))}
                        checked={member[right]}
                        onChange={({ currentTarget: { checked } }) => {
                          put(
                            members.map((one) =>
                              one.agent === member.agent ? { ...one, [right]: checked } : one,
                            ),
                          );
                        }}
                      />
                    </td>
                  ))}
                  <td>
                    <button
                      type="button"
                      class="quiet icon-button"
                      aria-label={words.remove(nameOf(member.agent))}
                      title={words.remove(nameOf(member.agent))}
                      onClick={() => {
                        put(members.filter((one) => one.agent !== member.agent));
                      }}
                    >
                      <Icon name="close" />
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {agents.length === 0 ? (
        <p class="note">
          {words.noAgents} <a href={hrefOf(['settings', 'agents'])}>{words.toAgents}</a>
        </p>
      ) : null}
      {others.length === 0 ? null : (
        <p class="members-add">
          <label>
            <span class="hidden-text">{words.add}</span>
            <select
              id="field-members"
              value=""
              onChange={({ currentTarget }) => {
                const id = Number(currentTarget.value);
                currentTarget.value = '';
                if (id > 0) put([...members, newMember(id)]);
              }}
            >
              <option value="">{words.add}…</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {others.length > 1 ? (
            <button
              type="button"
              class="plain"
              onClick={() => {
                put([...members, ...others.map(({ id }) => newMember(id))]);
              }}
            >
              {words.addAll}
            </button>
          ) : null}
        </p>
      )}
    </div>
  );
}
