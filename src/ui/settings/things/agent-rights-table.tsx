import { channelColours } from '../../channel-colours.ts';
import { useWorld } from '../../context.ts';
import { hrefOf } from '../../frame/router.ts';
import { channelWords } from '../../words/channel-words.ts';
import { memberRights, type Rights } from './agent-rights.ts';
import { thingWords } from '../../words/thing-words.ts';

const words = thingWords.agent;

type AgentRightsProps = {
  readonly rights: Readonly<Record<string, Rights>>;
  readonly onChange: (rights: Readonly<Record<string, Rights>>) => void;
};

/** What an agent may do, a line for each channel. */
export function AgentRights({ rights, onChange }: AgentRightsProps) {
  const channels = useWorld((world) => world.channels);
  return (
    <section class="agent-rights">
      <h3 id="agent-rights">{words.rights}</h3>
      <p class="note">{words.rightsHelp}</p>
      {channels.length === 0 ? (
        <p class="note">{words.noChannels}</p>
      ) : (
        <div class="rights-scroll" role="group" aria-labelledby="agent-rights" tabIndex={0}>
          <table class="rights">
            <thead>
              <tr>
                <th scope="col">{words.channel}</th>
                {memberRights.map((right) => (
                  <th key={right} scope="col" title={channelWords.rights[right].help}>
                    {channelWords.rights[right].label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {channels.map((channel) => {
                const has = rights[String(channel.id)] ?? [];
                return (
                  <tr key={channel.id}>
                    <th scope="row">
                      <i class="channel-square" style={channelColours(channel)} aria-hidden="true" />{' '}
                      <a href={hrefOf(['settings', 'channels', String(channel.id)])} dir="auto">
                        {channel.name}
                      </a>
                    </th>
                    {memberRights.map((right) => (
                      <td key={right}>
                        <input
                          type="checkbox"
                          aria-label={words.right(channelWords.rights[right].label, channel.name)}
                          checked={has.includes(right)}
                          onChange={({ currentTarget: { checked } }) => {
                            const next = memberRights.filter((one) =>
                              one === right ? checked : has.includes(one),
                            );
                            onChange({ ...rights, [String(channel.id)]: next });
                          }}
                        />
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
