import { isWithinOpeningHours } from '../../engine/availability.ts';
import { messageText } from '../../engine/transcript.ts';
import type { Timer, World } from '../../engine/world.ts';
import { oneLine } from '../format.ts';
import { customerName } from '../names.ts';
import { words } from '../words/words.ts';
import { clockWords } from '../words/clock-words.ts';

/* What waits for its time, in words. */

const whoIn = (world: World, id: number): string => {
  const session = world.sessions.get(id);
  return session === undefined ? words.numbered(id) : customerName(session);
};

/** What a timer will do, and to whom it is. */
export function timerText(world: World, timer: Timer): string {
  switch (timer.kind) {
    case 'message': {
      const message = world.messages.get(timer.message);
      const text = message === undefined ? '' : `“${oneLine(messageText(message), 60)}”`;
      return clockWords.message(message?.author ?? '', text);
    }
    case 'warning':
      return `${clockWords.warning[timer.about](whoIn(world, timer.session))} (${clockWords.toWhom[timer.level]})`;
    case 'vanished':
      return clockWords.vanished(whoIn(world, timer.session));
    case 'webhook': {
      const name = world.webhooks.find(({ id }) => id === timer.webhook)?.name;
      return clockWords.webhook(name ?? words.webhookNumber(timer.webhook), timer.attempt);
    }
  }
}

/** What happens if the clock goes to a moment: what is due on the way by now, and whose door is another one then. */
export function whatFollows(world: World, to: number): readonly string[] {
  const due = world.timers.filter((timer) => timer.due <= to);
  const kinds = ['message', 'warning', 'vanished', 'webhook'] as const;
  const counted = kinds.flatMap((kind) => {
    const count = due.filter((timer) => timer.kind === kind).length;
    return count === 0 ? [] : [clockWords.counts[kind](count)];
  });
  const doors = world.channels.flatMap((channel) => {
    const isOpen = isWithinOpeningHours(channel, to);
    if (isOpen === isWithinOpeningHours(channel, world.now)) return [];
    return [isOpen ? clockWords.open(channel.name) : clockWords.closed(channel.name)];
  });
  const onTheWay =
    counted.length === 0 ? clockWords.nothingOnTheWay : clockWords.onTheWay(counted.join(', '));
  return [onTheWay, ...doors];
}
