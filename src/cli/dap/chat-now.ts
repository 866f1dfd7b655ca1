import type { PlayStop } from '../../debug/play.ts';
import { fold } from '../../engine/fold.ts';
import { statusNames } from '../../engine/numbers.ts';
import { queuePlace } from '../../engine/views.ts';
import type { Input } from '../../engine/inputs.ts';
import type { World } from '../../engine/world.ts';
import { subjectOf } from '../../scenario/subject.ts';

/** So many messages are shown. */
const mostMessages = 100;

/** The session of the chat that a step is about, with its messages, as it stands where a play does; null where there is none. */
export function chatNow(before: World, input: Input | undefined, { events }: PlayStop): object | null {
  const world = events.reduce(fold, before);
  const session = input === undefined ? undefined : world.sessions.get(subjectOf(input, events));
  if (session === undefined) return null;
  const { messages, status, ...rest } = session;
  const place = queuePlace(world, session);
  return {
    ...rest,
    status: `${String(status)} ${statusNames[status] ?? ''}`.trim(),
    ...(place > 0 && { queuePlace: place }),
    messages: [...messages].slice(-mostMessages).flatMap((one) => world.messages.get(one) ?? []),
  };
}
