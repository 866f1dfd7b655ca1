import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import { keepTour, readTour } from '../../../src/ui/tour/kept-tour.ts';
import { stops, type TourProgress } from '../../../src/ui/tour/stops.ts';
import { besideOf } from '../../../src/ui/tour/use-place.ts';
import { tourWords } from '../../../src/ui/words/tour-words.ts';
import { webStorage } from '../web-storage.ts';

const nothing: TourProgress = { events: [], selected: 0, selectedBefore: 0, isPast: false, newTests: 0 };
const came = (...events: readonly object[]): TourProgress => ({
  ...nothing,
  events: events as RecordedEvent[],
});

/** What a stop asks for, and what is like it and is not enough. */
const done: Readonly<Record<(typeof stops)[number]['name'], readonly [TourProgress, TourProgress]>> = {
  say: [came({ type: 'message.saved', messageType: 2 }), came({ type: 'message.saved', messageType: 1 })],
  why: [
    { ...nothing, selected: 9, selectedBefore: 3 },
    { ...nothing, selected: 3, selectedBefore: 3 },
  ],
  handOff: [
    came({ type: 'session.botDeactivated', reason: 'reset' }),
    came({ type: 'message.saved', messageType: 2, text: 'human' }),
  ],
  answer: [
    came({ type: 'message.saved', messageType: 1, agent: 1 }),
    came({ type: 'session.assigned', agent: 1 }, { type: 'message.saved', messageType: 1 }),
  ],
  rewind: [{ ...nothing, isPast: true }, nothing],
  edit: [came({ type: 'script.saved' }), came({ type: 'channel.saved' })],
  test: [{ ...nothing, newTests: 1 }, nothing],
};

describe('the tour', () => {
  it('has at most seven stops, each with words of its own', () => {
    expect(stops.length).toBeLessThanOrEqual(7);
    expect(stops.map(({ name }) => tourWords.stops[name].title)).toEqual([
      ...new Set(stops.map(({ name }) => tourWords.stops[name].title)),
    ]);
  });

  it.each(stops)('goes on from $name when that was done, and not before', ({ name, isDone }) => {
    const [enough, tooLittle] = done[name];

    expect(isDone(enough)).toBe(true);
    expect(isDone(tooLittle)).toBe(false);
    expect(isDone(nothing)).toBe(false);
  });

  it('is kept where it is left, and anything else that is kept counts as over', () => {
    const kept = new Map<string, string>();
    const keeper = webStorage(kept);

    expect(readTour(keeper)).toBe('new');
    keepTour(keeper, 3);
    expect(readTour(keeper)).toBe(3);
    kept.set('rehearsal.tour', '{"at":');
    expect(readTour(keeper)).toBe('over');
  });
});

describe('its card', () => {
  const card = { width: 340, height: 150 };
  const room = { width: 1440, height: 900 };

  it('stands beside what it speaks of, and covers nothing of it', () => {
    const composer = { left: 80, top: 520, width: 280, height: 50 };

    expect(besideOf(composer, card, room)).toEqual({ left: 372, top: 420 });
  });

  it('stands at its left where there is no room at the right, and below a bar at the top', () => {
    expect(besideOf({ left: 1100, top: 400, width: 330, height: 400 }, card, room)).toEqual({
      left: 748,
      top: 650,
    });
    expect(besideOf({ left: 1000, top: 8, width: 120, height: 28 }, card, room)).toEqual({
      left: 1000,
      top: 48,
    });
  });

  it('says so where there is no room at all', () => {
    expect(besideOf({ left: 0, top: 100, width: 1440, height: 780 }, card, room)).toBeNull();
  });
});
