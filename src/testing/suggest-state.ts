import type { RecordedEvent } from '../engine/events.ts';
import { messageType } from '../engine/numbers.ts';
import { customerScreen, isOver, visibleMessages, waiting } from '../engine/views.ts';
import type { Session, World } from '../engine/world.ts';
import type { ClockTick } from '../scenario/step-result.ts';
import type { Suggestion } from './suggestion.ts';

type Change = {
  readonly before: World;
  readonly after: World;
  readonly events: readonly RecordedEvent[];
  /** The session that the input was about; 0 for none. */
  readonly session: number;
};

/** What can be expected of the world after a step, of whatever changed in it. */
export function suggestState({ before, after, events }: Change): readonly Suggestion[] {
  const touched = new Set(events.flatMap((event) => ('session' in event ? (event.session ?? []) : [])));
  return [
    ...[...touched].flatMap((id) => {
      const now = after.sessions.get(id);
      return now === undefined ? [] : ofSession(before, before.sessions.get(id), after, now);
    }),
    ...ofQueue(before, after),
  ];
}

function ofSession(before: World, was: Session | undefined, after: World, now: Session): Suggestion[] {
  const session = now.id;
  const found: Suggestion[] = [];
  if (was?.status !== now.status)
    found.push({ kind: 'status', expectation: { status: now.status, session }, ticked: true });
  const shows = customerScreen(after, now);
  if (was === undefined || customerScreen(before, was) !== shows)
    found.push({
      kind: 'shows',
      expectation: { visible: { to: 'customer', session, shows } },
      ticked: isForm.has(shows),
    });
  if ((was?.agent ?? 0) !== now.agent)
    found.push({ kind: 'owner', expectation: { session: { id: session, agent: now.agent } }, ticked: true });
  if (was?.botActive === true && !now.botActive)
    found.push({ kind: 'bot', expectation: { session: { id: session, botActive: false } }, ticked: true });
  return found;
}

const isForm: ReadonlySet<string> = new Set(['preChat', 'faq', 'offline', 'postChat']);

function ofQueue(before: World, after: World): Suggestion[] {
  const [was, now] = [before, after].map((world) => waiting(world).map(({ id }) => id));
  if (now === undefined || String(was) === String(now)) return [];
  return [{ kind: 'queue', expectation: { queue: now }, ticked: now.length > 1 && now.length <= 5 }];
}

/** Nothing more is said within five seconds. */
const silence = '5s';
/** So many milliseconds after a step are looked at. */
export const silenceSpan = 5000;

/**
 * What comes after a step by itself, and what does not. That nobody says anything more is offered where nobody did; after a
 * hand-off, when a customer still writes, it is what one wants to know.
 */
export function suggestAfter(
  { after, events, session }: Change,
  moments: readonly ClockTick[],
): readonly Suggestion[] {
  const now = after.sessions.get(session);
  if (now === undefined || isOver(now)) return [];
  const coming = comesOf(after, now, moments);
  if (coming !== null) return [coming];
  const toCustomer = (event: RecordedEvent) =>
    event.type === 'message.saved' &&
    event.session === session &&
    event.messageType === messageType.toCustomer;
  const isSaidLater = moments.some((moment) =>
    moment.events.some((event) => toCustomer(event) || event.type === 'message.shown'),
  );
  if (isSaidLater) return [];
  const isQuiet = !events.some(toCustomer);
  // What the step itself brought is none of what comes after it.
  if (!isQuiet && events.some((event) => event.type === 'message.shown' && event.session === session))
    return [];
  const no = isQuiet
    ? { event: 'message.saved', session, messageType: messageType.toCustomer }
    : { event: 'message.shown', session };
  const ticked = isQuiet && !now.botActive && events.some(isOfCustomer);
  return [{ kind: 'silence', expectation: { no, within: silence }, ticked }];
}

const isOfCustomer = (event: RecordedEvent): boolean =>
  event.type === 'message.saved' && event.messageType === messageType.toUser;

/** A message that was saved for later, where it is seen last within the time; not one that says what is seen already, as nothing would tell that it came. */
function comesOf(after: World, { id }: Session, moments: readonly ClockTick[]): Suggestion | null {
  const shown = moments.find(({ events }) =>
    events.some((event) => event.type === 'message.shown' && event.session === id),
  );
  const lastSeen = (world: World) => visibleMessages(world, id, 'customer').at(-1)?.text;
  const last = shown && lastSeen(shown.world);
  if (shown === undefined || last === undefined || last === lastSeen(after)) return null;
  const within = `${String(Math.ceil((shown.at - after.now) / 1000))}s`;
  const visible = { to: 'customer', session: id, last } as const;
  return { kind: 'comes', expectation: { visible, within }, ticked: true };
}
