import type { RecordedEvent } from '../../engine/events.ts';
import type { Input } from '../../engine/inputs.ts';
import { queuePlace } from '../../engine/views.ts';
import type { World } from '../../engine/world.ts';
import type { DebugChat } from '../../protocol/debug-api.ts';
import { subjectOf } from '../../scenario/subject.ts';

/** So many texts are given. */
const lastTexts = 5;

/** The session that a step is about, as it stands after these events; null where there is none. */
export function chatIn(world: World, input: Input, events: readonly RecordedEvent[]): DebugChat | null {
  const session = world.sessions.get(subjectOf(input, events));
  if (session === undefined) return null;
  const ids = [...session.messages];
  const place = queuePlace(world, session);
  return {
    session: session.id,
    status: session.status,
    messages: ids.length,
    last: ids.slice(-lastTexts).flatMap((id) => {
      const message = world.messages.get(id);
      return message === undefined ? [] : [{ by: message.sender, text: message.text }];
    }),
    queue: place === 0 ? null : place,
  };
}
