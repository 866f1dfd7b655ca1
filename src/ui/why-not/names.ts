import type { World } from '../../engine/world.ts';
import type { Setting } from '../../engine/remedies.ts';
import type { Question } from '../../engine/why-not.ts';
import type { Path } from '../frame/router.ts';
import { channelName, scriptOf } from '../names.ts';
import { whyNotWords as words, type Names } from '../words/why-not-words.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** So many names stand in a sentence. */
const most = 3;

/** What things are called now, for sentences about what was. */
export function namesIn(world: World): Names {
  const agent = (id: number) => world.agents.find((one) => one.id === id)?.name ?? words.somebody;
  return {
    agent,
    agents: (ids) => {
      const names = ids.slice(0, most).map(agent);
      return list.format(ids.length > most ? [...names, `${String(ids.length - most)} more`] : names);
    },
    bot: (id) => {
      const name = world.channels.find((one) => one.id === id)?.bot.name ?? '';
      return name === '' ? words.theBot : name;
    },
    channel: (id) => channelName(world, id),
    script: (id) => scriptOf(world, id)?.name ?? words.aScript,
    trigger: (id) => {
      const found = world.triggers.find((one) => one.id === id);
      const script = found && scriptOf(world, found.script);
      return script === undefined ? words.triggerName(id) : `${words.triggerName(id)} (${script.name})`;
    },
    webhook: (id) => {
      const name = world.webhooks.find((one) => one.id === id)?.name ?? '';
      return name === '' ? words.webhookName(id) : words.quotedWebhook(name);
    },
  };
}

/** What was asked, in a few words. */
export function questionIn(question: Question, names: Names): string {
  switch (question.about) {
    case 'bot':
      return words.bot(question.role);
    case 'trigger':
      return words.trigger(names.trigger(question.trigger));
    case 'webhook':
      return words.webhook(names.webhook(question.webhook));
    default:
      return words.screens[question.about];
  }
}

/** Where in the settings it is. */
export const placeOf = ({ path }: Setting): Path =>
  path[0] === 'options' ? ['settings', 'options'] : ['settings', ...path];

/** What the place is called. */
export function placeName({ path: [section = '', id = '', tab = ''] }: Setting, names: Names): string {
  if (section === 'channels') return words.places[tab] ?? names.channel(Number(id));
  if (section === 'agents') return names.agent(Number(id));
  if (section === 'triggers') return words.triggerName(Number(id));
  if (section === 'webhooks') return names.webhook(Number(id));
  return words.places[section] ?? section;
}
