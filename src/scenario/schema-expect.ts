import * as v from 'valibot';
import { limits } from './limits.ts';
import { listOf, object, openObject, recordOf } from './schema-shapes.ts';
import { count, duration, id, json, name, text } from './schema-values.ts';

/* What a step may expect (scenario.md "expect", rulings 30). */

const eventName = v.pipe(v.string(), v.regex(/^[a-zA-Z]+\.[a-zA-Z]+$/));
const pattern = openObject({ event: eventName }, json);

const visible = object({
  to: v.picklist(['customer', 'agent']),
  agent: v.optional(id),
  session: v.optional(id),
  last: v.optional(json),
  shows: v.optional(v.picklist(['preChat', 'faq', 'queue', 'conversation', 'offline', 'postChat', 'closed'])),
});

/** Until when it may come to hold (scenario.md "expect"). */
const within = v.optional(duration);

/** Each kind of expectation, by the field that tells it from the others. */
export const expectationKinds = {
  event: openObject({ event: eventName, times: v.optional(count), within }, json),
  no: object({ no: pattern, within }),
  status: object({
    status: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(11)),
    session: v.optional(id),
    within,
  }),
  session: object({ session: recordOf(name, json), within }),
  webhook: object({ webhook: recordOf(name, json), within }),
  visible: object({ visible, within }),
  queue: object({ queue: listOf(id, limits.things), within }),
  refused: object({ refused: v.union([v.boolean(), text]), within }),
};
/**
 * The kind of an expectation, by its fields: `{ "status": 6, "session": 2 }` is about a status. What else than a scenario's step can expect
 * has kinds of its own.
 */
export function kindOf(entry: object, kinds: object = expectationKinds): string | undefined {
  const names = Object.keys(kinds).filter((name) => Object.hasOwn(entry, name));
  // Of a status and other things the session may be said, too.
  return names.find((name) => name !== 'session') ?? names[0];
}

export const expectation = v.union(Object.values(expectationKinds));
