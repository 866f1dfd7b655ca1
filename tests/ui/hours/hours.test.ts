import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenAt } from '../../../src/engine/availability.ts';
import { channelFrom } from '../../../src/engine/defaults.ts';
import type { OpeningHours } from '../../../src/engine/definition.ts';
import { weekdays } from '../../../src/engine/opening-week.ts';
import { hoursWords as words } from '../../../src/ui/words/hours-words.ts';
import { suggestedTimes } from '../../../src/ui/hours/suggested-times.ts';
import { presets } from '../../../src/ui/hours/presets.ts';
import { hoursProblems } from '../../../src/ui/hours/problems.ts';
import { minuteAt, placeOn, rangeOf } from '../../../src/ui/hours/range.ts';
import {
  aroundLunch,
  drawn,
  minutesOf,
  moved,
  spanOf,
  stepped,
  stepMinutes,
  timeFrom,
  timesOf,
  withEdge,
} from '../../../src/ui/hours/span.ts';
import { drawnAs } from '../../../src/ui/hours/use-drawing.ts';
import { findZones, zoneNames } from '../../../src/ui/hours/zones.ts';

const at = (instant: string) => Date.parse(instant);
const monday = at('2026-03-02T09:04:37Z');

type Given = { [K in keyof OpeningHours]?: unknown };
const hoursOf = (openingHours: Given): OpeningHours =>
  channelFrom({
    id: 1,
    name: 'Help',
    properties: { openingHours: { enabled: true, timeZone: 'Europe/Oslo', ...openingHours } as object },
  }).properties.openingHours;

const minute = fc.integer({ min: 0, max: 1440 });
/** The end of the day is written 23:59, so nothing begins there. */
const span = fc
  .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([start, stop]) => start < stop && stop !== 1439);

describe('hours that are drawn', () => {
  it('are read again as they were drawn', () => {
    fc.assert(
      fc.property(span, (given) => {
        expect(spanOf(timesOf(given))).toEqual(given);
      }),
    );
  });

  it('are whole quarters of an hour within the day, in whatever direction they are drawn', () => {
    fc.assert(
      fc.property(minute, minute, (from, to) => {
        const [start, stop] = drawn(from, to);

        expect(drawn(to, from)).toEqual([start, stop]);
        expect([start % stepMinutes, stop % stepMinutes]).toEqual([0, 0]);
        expect(start >= 0 && start < stop && stop <= 1440).toBe(true);
        expect(Math.abs(start - Math.min(from, to))).toBeLessThanOrEqual(stepMinutes);
      }),
    );
  });

  it('keep their length where they are moved, and their other edge where one is dragged', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: -2000, max: 2000 }), (given, by) => {
        const [start, stop] = given;

        const [from, to] = moved([start, stop], by);
        expect(to - from).toBe(stop - start);
        expect(from >= 0 && to <= 1440).toBe(true);

        expect(withEdge([start, stop], 'start', start + by)[1]).toBe(stop);
        const [kept, dragged] = withEdge([start, stop], 'stop', stop + by);
        expect(kept).toBe(start);
        expect(dragged > start && dragged <= 1440).toBe(true);
      }),
    );
  });

  it('lie under the pointer that draws them', () => {
    const range = { from: 360, to: 1320 };

    expect(minuteAt(range, 0, 960)).toBe(360);
    expect(minuteAt(range, 120, 960)).toBe(480);
    expect(minuteAt(range, 5000, 960)).toBe(1320);
    expect(placeOn(range, 480)).toBe('12.5%');
    expect(drawnAs({ what: 'line', from: 483 }, 961, null)).toEqual([480, 960]);
    expect(drawnAs({ what: 'stop', from: 960 }, 1083, [480, 960])).toEqual([480, 1080]);
    expect(drawnAs({ what: 'bar', from: 500 }, 568, [480, 960])).toEqual([555, 1035]);
  });

  it('go on to the next quarter by a key, wherever they stood', () => {
    expect(stepped(480, 15)).toBe(495);
    expect(stepped(490, 15)).toBe(495);
    expect(stepped(490, -15)).toBe(480);
    expect(stepped(480, 60)).toBe(540);
  });

  it('are cut by lunch into what is open before and after it', () => {
    expect(aroundLunch([480, 960], [720, 750])).toEqual([
      [480, 720],
      [750, 960],
    ]);
    expect(aroundLunch([480, 700], [720, 750])).toEqual([[480, 700]]);
    expect(aroundLunch([720, 750], [700, 780])).toEqual([]);
  });

  it('show all that is open: the line grows where a day begins before six or ends after ten', () => {
    expect(rangeOf(hoursOf({}), false)).toEqual({ from: 360, to: 1320 });
    expect(rangeOf(hoursOf({ days: { mon: { start: '05:00', stop: '23:30' } } }), false)).toEqual({
      from: 240,
      to: 1440,
    });
  });
});

describe('a time that is typed', () => {
  it.each([
    ['8', '08:00'],
    ['830', '08:30'],
    ['0830', '08:30'],
    [' 8.30 ', '08:30'],
    ['16h15', '16:15'],
    ['24:00', '23:59'],
    ['25:00', '25:00'],
    ['8:75', '8:75'],
    ['', ''],
    ['noon', 'noon'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(timeFrom(typed)).toBe(kept);
  });

  it('is a time of the clock or none', () => {
    expect(minutesOf('23:59')).toBe(1439);
    expect(['24:00', '8:00', '08:60', ''].map(minutesOf)).toEqual([null, null, null, null]);
  });
});

describe('what is the matter with opening hours', () => {
  const told = (given: Given) =>
    hoursProblems(hoursOf(given)).map(({ at: where, bad, text }) => [where, bad, text]);
  const problems = words.problems;

  it('is nothing where they make sense, or are not used', () => {
    expect(told({ lunch: { enabled: true } })).toEqual([]);
    expect(told({ enabled: false, timeZone: 'Nowhere', days: { mon: { start: '', stop: 'x' } } })).toEqual(
      [],
    );
  });

  it('is said beside the day: a time is missing, is none, or it never opens', () => {
    expect(told({ days: { mon: { start: '' } } })).toEqual([['mon', true, problems.empty]]);
    expect(told({ days: { tue: { stop: '25:00' } } })).toEqual([['tue', true, problems.form]]);
    expect(told({ days: { wed: { start: '08:00', stop: '08:00' } } })).toEqual([
      ['wed', true, problems.equal],
    ]);
    expect(told({ days: { thu: { start: '22:00', stop: '06:00' } } })).toEqual([
      ['thu', true, problems.before],
    ]);
    expect(told({ days: { sat: { enabled: false, start: '22:00', stop: '06:00' } } })).toEqual([]);
  });

  it('is said beside lunch: it ends before it begins, or closes nothing', () => {
    expect(told({ lunch: { enabled: true, start: '13:00', stop: '12:00' } })).toEqual([
      ['lunch', true, problems.lunchBefore],
    ]);
    expect(told({ lunch: { enabled: true, start: '17:00', stop: '18:00' } })).toEqual([
      ['lunch', false, problems.lunchOutside],
    ]);
    expect(
      told({
        lunch: { enabled: true, start: '11:00', stop: '14:00' },
        days: { fri: { start: '12:00', stop: '13:00' } },
      }),
    ).toEqual([['fri', false, problems.lunchOnly('Friday')]]);
  });

  it('is said beside the zone, and for a week without an open day', () => {
    expect(told({ timeZone: 'Europe/Olso' })).toEqual([['zone', true, problems.zone('Europe/Olso')]]);
    const never = presets.find(({ name }) => name === 'never')?.make(hoursOf({}));
    expect(never && hoursProblems(never).map(({ at: where, bad }) => [where, bad])).toEqual([
      ['week', false],
    ]);
  });

  it('is nothing in any week of the presets that has an open day', () => {
    const open = presets.filter(({ name }) => name !== 'never');

    expect(open.map(({ make }) => hoursProblems(make(hoursOf({ lunch: { enabled: true } }))))).toEqual(
      open.map(() => []),
    );
  });
});

describe('the moments that are worth a try', () => {
  it('are lunch, a minute before Friday closes, the next closed day and the change of the clocks', () => {
    const moments = suggestedTimes(
      hoursOf({
        lunch: { enabled: true, start: '12:00', stop: '12:30' },
        days: { fri: { start: '08:00', stop: '15:30' } },
      }),
      monday,
    );

    expect(moments.map(({ kind, label, at: when }) => [kind, label, new Date(when).toISOString()])).toEqual([
      ['lunch', 'Lunch', '2026-03-02T11:00:00.000Z'],
      ['closing', 'Friday 15:29', '2026-03-06T14:29:00.000Z'],
      ['closedDay', 'Saturday', '2026-03-07T11:00:00.000Z'],
      ['change', '29 March', '2026-03-29T00:59:00.000Z'],
    ]);
  });

  it('are still to come, whenever it is, and show what they say', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 60 }),
        fc.constantFrom('UTC', 'Asia/Kathmandu'),
        (minutes, timeZone) => {
          const now = monday + minutes * 60_000;
          const hours = hoursOf({ timeZone, lunch: { enabled: true } });

          const moments = suggestedTimes(hours, now);

          expect(moments.every(({ at: when }) => when > now)).toBe(true);
          const open = (kind: string, later: number) => {
            const when = moments.find((moment) => moment.kind === kind)?.at;
            return when === undefined ? undefined : isOpenAt(hours, when + later);
          };
          expect(open('lunch', 0)).toBe(false);
          expect([open('closing', 0), open('closing', 60_000)]).toEqual([true, false]);
          expect(open('closedDay', 0)).toBe(false);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('are none where hours are not used', () => {
    expect(suggestedTimes(hoursOf({ enabled: false }), monday)).toEqual([]);
  });
});

describe('zones', () => {
  const names = [
    'UTC',
    'Europe/Oslo',
    'America/New_York',
    'Asia/Kathmandu',
    'Asia/Tokyo',
    'Pacific/Kiritimati',
  ];
  const found = (query: string) => findZones(names, query, monday).map(({ name }) => name);

  it('are found by any part of their name, and by how far they are ahead', () => {
    expect(found('new york')).toEqual(['America/New_York']);
    expect(found('asia kath')).toEqual(['Asia/Kathmandu']);
    expect(found('+5:45')).toEqual(['Asia/Kathmandu']);
    expect(found('+5')).toEqual(['Asia/Kathmandu']);
    expect(found('+01')).toEqual(['Europe/Oslo']);
    expect(found('+1')).toEqual(['Europe/Oslo']);
    expect(found('-5')).toEqual(['America/New_York']);
    expect(found('+0')).toEqual(['UTC']);
    expect(found('mars')).toEqual([]);
  });

  it('have their offset then, with half and quarter hours', () => {
    expect(findZones(names, '', monday).map(({ offset }) => offset)).toEqual([
      'UTC',
      'UTC+1',
      'UTC-5',
      'UTC+5:45',
      'UTC+9',
      'UTC+14',
    ]);
    expect(findZones(['Europe/Oslo'], '', at('2026-07-01T00:00:00Z'))[0]?.offset).toBe('UTC+2');
  });

  it('are all that this machine knows', () => {
    expect(zoneNames().length).toBeGreaterThan(300);
    expect(zoneNames()[0]).toBe('UTC');
    expect(zoneNames()).toContain('Asia/Kolkata');
    expect(zoneNames()).not.toContain('Asia/Calcutta');
  });
});

it('every preset says for each day of the week whether it is open', () => {
  for (const { make } of presets) expect(Object.keys(make(hoursOf({})).days)).toEqual([...weekdays]);
});
