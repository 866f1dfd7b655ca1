import type { Channel } from '../../engine/definition.ts';
import { agentNameFor, findAgent } from '../../engine/lookup.ts';
import { customerScreen } from '../../engine/views.ts';
import type { Session } from '../../engine/world.ts';
import { useSending, useWorld } from '../context.ts';
import { initialsOf } from '../controls/avatar.tsx';
import { Icon } from '../controls/icon.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { safePicture } from '../safe-url.ts';
import { inputStateOf } from '../statuses.ts';
import { words } from '../words/words.ts';

type WidgetHeadProps = {
  readonly session: Session;
  readonly channel: Channel | undefined;
  readonly onMinimise: () => void;
};

/** The header of the widget: who answers, and the way to minimise the chat and to leave it. */
export function WidgetHead({ session, channel, onMinimise }: WidgetHeadProps) {
  const sending = useSending(inputStateOf(session));
  const ends = useWorld((world) => customerScreen(world, session) !== 'closed');
  return (
    <>
      <div class="widget-head">
        <Face session={session} channel={channel} />
        <button
          type="button"
          class="quiet icon-button"
          aria-label={words.minimise}
          title={words.minimise}
          onClick={onMinimise}
        >
          <Icon name="down" size={16} />
        </button>
        {ends ? (
          <button
            type="button"
            class="quiet icon-button"
            aria-label={words.leaveChat}
            title={words.leaveChat}
            aria-disabled={sending.pending}
            onClick={() => void sending.send({ type: 'customer.leaves', session: session.id })}
          >
            <Icon name="close" size={16} />
          </button>
        ) : null}
      </div>
      <Refusal sending={sending} />
    </>
  );
}

/**
 * The channel's logo and texts, and once an agent has answered the agent's photo and name in their place, where the
 * channel shows them (chat-domain T97). Photos are not kept: initials stand in.
 */
function Face({ session, channel }: Pick<WidgetHeadProps, 'session' | 'channel'>) {
  const agent = useWorld((world) => findAgent(world, session.agent));
  if (channel?.layout.showAgentPhoto === true && agent !== undefined) {
    return (
      <div class="widget-agent">
        <span class="widget-photo" aria-hidden="true">
          {initialsOf(agent.name)}
        </span>
        <strong>{agentNameFor(channel, agent)}</strong>
      </div>
    );
  }
  const { showLogo = false, logo = '', header = '', message = '' } = channel?.layout ?? {};
  return (
    <>
      {showLogo && logo !== '' ? <Logo logo={logo} /> : null}
      <div>
        <strong>{header || channel?.properties.badgeHeader || channel?.name || ''}</strong>
        <span>{message}</span>
      </div>
    </>
  );
}

/** A picture where the channel holds one; else the name of the picture that it has in the product. */
const Logo = ({ logo }: { readonly logo: string }) => {
  const picture = safePicture(logo);
  return picture === undefined ? (
    <span class="widget-logo" title={logo}>
      {logo}
    </span>
  ) : (
    <img class="widget-logo" src={picture} alt="" />
  );
};
