import type { RecordedEvent } from '../../engine/events.ts';
import { belongsTo, type Story } from '../../engine/story.ts';
import { StoryReplay } from '../../engine/story-replay.ts';

/** A session's story as the log told it, up to an event. */
export type Read = { readonly story: Story; readonly seq: number };

/** A story that is told up to a moment; another one as soon as an event was added, so that what is drawn of it is drawn again. */
export type Followed = {
  readonly telling: StoryReplay;
  readonly from: Story;
  readonly upTo: number;
  readonly count: number;
};

/** Where the first event after `seq` stands in a list that is in order, looked for from its end: what is new is there. */
function after(events: readonly RecordedEvent[], seq: number): number {
  let at = events.length;
  while (at > 0 && (events[at - 1]?.seq ?? 0) > seq) at -= 1;
  return at;
}

/**
 * Tells a story up to a moment: what was told stays told, and only what came since is read, of the log or of what the page heard.
 * A moment before what was told has it told anew.
 */
export function follow(
  made: Followed | null,
  { story, seq }: Read,
  heard: readonly RecordedEvent[],
  session: number,
  moment: number,
): Followed {
  const isOn = made?.from === story && made.upTo <= moment;
  if (isOn && made.upTo === moment) return made;
  const telling = isOn ? made.telling : new StoryReplay(story.before, session);
  const from = isOn ? made.upTo : 0;
  let count = isOn ? made.count : 0;
  const take = (events: readonly RecordedEvent[], first: number, told: boolean) => {
    for (let at = first; at < events.length; at++) {
      const event = events[at];
      if (event === undefined || event.seq > moment) return;
      if (!told && !belongsTo(event, session)) continue;
      telling.add(event);
      count += 1;
    }
  };
  if (from < seq) take(story.events, from === 0 ? 0 : after(story.events, from), true);
  take(heard, after(heard, Math.max(from, seq)), false);
  return isOn && count === made.count
    ? { ...made, upTo: moment }
    : { telling, from: story, upTo: moment, count };
}
