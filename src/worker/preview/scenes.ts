import type { Channel, Member } from '../../engine/definition.ts';
import { registrationOf } from '../../engine/registration.ts';
import { hasDelayedMessages } from '../../engine/views.ts';
import type { World } from '../../engine/world.ts';
import type { PreviewTexts, PreviewView } from '../../protocol/preview.ts';
import { askable, respondersOf, type Play, type Scene } from './play.ts';

const minute = 60_000;

/** How long the first of those in the queue has waited by then, for the average that its text may name. */
const firstWaits = 3 * minute;

/** Plays a customer to a view, who has the session at the end; tells whether they come there. */
export const leadsTo: Readonly<Record<PreviewView, (play: Play, scene: Scene) => boolean>> = {
  preChat: (play) => {
    play.connect();
    return play.until('preChat');
  },
  faq: (play, { channel }) => {
    play.connect();
    if (!play.until('faq')) return false;
    // What it finds is shown; where it finds nothing, the customer would be in the queue already.
    if (askable(play.world, channel.preChatForm.faqFolder).length > 0) play.ask();
    return play.screen === 'faq';
  },
  queue: (play, { channel, texts }) => {
    const [first, second] = texts.others;
    play.connect(first);
    if (play.until('queue')) {
      play.do({ type: 'clock.advances', by: firstWaits });
      play.answered();
    }
    play.connect(second);
    play.until('queue');
    play.connect();
    if (!play.until('queue')) return false;
    play.do({ type: 'customer.writes', session: play.session, text: texts.message });
    const { enabled, minutes } = channel.offlineForm.fromQueue;
    if (enabled && minutes > 0) play.do({ type: 'clock.advances', by: minutes * minute });
    return play.screen === 'queue';
  },
  conversation: (play) => {
    play.connect();
    return converses(play);
  },
  offline: (play) => {
    play.people(false);
    play.connect();
    if (play.until('offline')) return true;
    // A bot keeps them from it; whoever waits may still choose it.
    if (play.screen !== 'queue') return false;
    play.do({ type: 'clock.advances', by: 60 * minute });
    play.do({ type: 'customer.takesOfflineForm', session: play.session });
    return play.until('offline');
  },
  postChat: (play) => {
    play.connect();
    converses(play);
    play.ends();
    return play.screen === 'postChat';
  },
  closed: (play) => {
    play.connect();
    converses(play);
    play.ends();
    if (play.screen === 'postChat')
      play.do({ type: 'customer.dismissesForm', session: play.session, form: 'postChat' });
    return play.screen === 'closed';
  },
  writing: (play) => {
    play.connect();
    if (!converses(play)) return false;
    const { session, now } = play;
    if (now !== undefined && now.agent > 0)
      play.do({ type: 'agent.types', agent: now.agent, session, typing: true });
    return play.now?.userTyping === true || hasDelayedMessages(play.world, session);
  },
  badge: (play) => {
    play.connect();
    return play.session > 0;
  },
};

/** A conversation with whoever answers: the bot as long as it goes on, then people. */
function converses(play: Play): boolean {
  if (!play.until('conversation')) return false;
  while (play.now?.botActive === true && play.screen === 'conversation' && play.tellBot());
  return play.until('conversation');
}

/** The world with the channel in its place, and its bot registered as saving would. */
export function sceneOf(
  world: World,
  channel: Channel,
  { texts, leftOut }: { readonly texts: PreviewTexts; readonly leftOut: readonly number[] },
): Scene {
  const others = world.channels.filter(({ id }) => id !== channel.id);
  const isNew = others.length === world.channels.length;
  const channels = isNew
    ? [...world.channels, channel]
    : world.channels.map((one) => (one.id === channel.id ? channel : one));
  const registrations = channels.flatMap((one) => registrationOf(one, world.folders) ?? []);
  return { world: { ...world, channels, registrations }, channel, texts, leftOut };
}

/**
 * The same scene as it is when the view is switched on and people answer, whatever the settings say: so a view that
 * nobody comes to can be prepared.
 */
export function forcedScene(scene: Scene, view: PreviewView): Scene {
  const { world, texts } = scene;
  const { bot, preChatForm, postChatForm, properties, members } = scene.channel;
  const agent = Math.max(0, ...world.agents.map(({ id }) => id)) + 1;
  const isNobody = respondersOf(scene).length === 0;
  const standIn: Member = { agent, canRespond: true, notifications: false, canListen: false, manager: false };
  const channel: Channel = {
    ...scene.channel,
    bot: { ...bot, enabled: false },
    properties: { ...properties, openingHours: { ...properties.openingHours, enabled: false } },
    preChatForm: {
      ...preChatForm,
      ...(view === 'preChat' && { enabled: true }),
      ...(view === 'faq' && { enabled: false, faqEnabled: true }),
    },
    postChatForm: { ...postChatForm, ...(view === 'postChat' && { enabled: true }) },
    members: isNobody ? [...members, standIn] : members,
  };
  const name = texts.agent;
  const agents = isNobody
    ? [...world.agents, { id: agent, name, firstName: name.split(' ')[0] ?? name, present: true, email: '' }]
    : world.agents;
  return sceneOf({ ...world, agents }, channel, scene);
}
