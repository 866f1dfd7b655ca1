import { sentenceWords } from '../words/sentence-words.ts';
import type { World } from '../../engine/world.ts';
import { sharedStart } from '../bots/folders/script-names.ts';
import { channelName, scriptOf } from '../names.ts';
import { words } from '../words/words.ts';
import { quoted, say, type EventSentences } from './sentence.ts';
import { sentence } from '../sentence.ts';

/** A script by its folder, and by its name there: `Echobot`, `message received`. */
function scriptNames(
  world: World,
  id: number,
  name = scriptOf(world, id)?.name ?? '',
): readonly [string, string] {
  const folder = world.folders.find(({ scripts }) => scripts.some((one) => one.id === id));
  return folder === undefined ? ['', name] : [folder.name, name.slice(sharedStart(folder))];
}

const webhookName = (world: World, id: number): string =>
  world.webhooks.find((webhook) => webhook.id === id)?.name ?? words.webhookNumber(id);

/** What scripts, triggers and webhooks do. */
export const machines: EventSentences = {
  'script.started': ({ script, name, role, eventType }, { world }) => {
    const [folder, short] = scriptNames(world, script, name);
    if (role === 'trigger')
      return say(sentenceWords.triggerRan(String(eventType ?? '')), sentenceWords.ranScript(name));
    return role === 'manual'
      ? say('', sentenceWords.ranByHand(name))
      : say(folder, sentenceWords.ranScript(short));
  },
  'script.finished': ({ script, statements }, { world }) =>
    say(scriptNames(world, script)[1], sentenceWords.scriptFinished, { more: words.statements(statements) }),
  'script.failed': ({ script, line, failure }, { world }) =>
    say(scriptNames(world, script)[1], sentenceWords.failedAt(line), { more: sentence(failure), bad: true }),
  'script.printed': ({ by, text, channel }, { world }) =>
    say(scriptNames(world, by?.script ?? 0)[1], sentenceWords.printed[channel], { quote: quoted(text) }),
  'hint.raised': ({ hint }) => say(sentenceWords.hint, '', { more: sentence(hint) }),
  'http.called': ({ method, url, failure, status, answeredBy }) =>
    say('', sentenceWords.asked(url.replace(/^https?:\/\//, '')), {
      more: `${method} · ${failure === undefined ? String(status ?? 0) : sentence(failure)}`,
      answerer: answeredBy,
      bad: failure !== undefined,
    }),
  'webhook.queued': ({ name, eventName, resent = false }) =>
    say(name, sentenceWords.webhookGets(eventName, resent)),
  'webhook.called': ({ webhook, attempt }, { world }) =>
    say(webhookName(world, webhook), sentenceWords.webhookTry(attempt, '…')),
  'webhook.attempted': ({ webhook, attempt, result, failure }, { world }) =>
    say(
      webhookName(world, webhook),
      sentenceWords.webhookTry(attempt, failure === undefined ? String(result) : sentence(failure)),
      {
        bad: typeof result !== 'number' || result < 200 || result > 299,
      },
    ),
  'webhook.stateChanged': ({ webhook, to }, { world }) =>
    say(webhookName(world, webhook), sentenceWords.webhookState[to] ?? ''),
  'bot.registered': ({ folder, channel }, { world }) =>
    say(folder, sentenceWords.registered(channelName(world, channel))),
  'bot.unregistered': ({ folder, channel }, { world }) =>
    say(folder, sentenceWords.unregistered(channelName(world, channel))),
};
