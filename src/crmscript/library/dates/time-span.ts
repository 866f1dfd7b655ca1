import type { LibraryPart } from '../parts.ts';
import type { NativeClass, NativeFunction } from '../../analysis/types/native.ts';
import { spanText, type SpanUnit } from './span-text.ts';
import { clampInteger } from '../numbers/parse-number.ts';

/** A length of time in whole seconds; a value, as numbers are (crm Q6). A year has 365 days (crm §10.4). */
export class TimeSpanValue {
  readonly seconds: number;

  constructor(seconds: number) {
    this.seconds = seconds;
  }

  measure(): number {
    return 16;
  }
}

export const noTime = new TimeSpanValue(0);

const sizes = { year: 365 * 86400, day: 86400, hour: 3600, minute: 60, second: 1 } as const;

/** How many whole units are left when the larger ones are taken out. */
export function partOf({ seconds }: TimeSpanValue, unit: SpanUnit): number {
  const whole = Math.trunc(Math.abs(seconds) / sizes[unit]);
  if (unit === 'year') return whole;
  return whole % { day: 365, hour: 24, minute: 60, second: 60 }[unit];
}

const add = (name: string, unit: SpanUnit): NativeFunction => ({
  signature: `Void add${name}(Integer num)`,
  changes: (_context, self: TimeSpanValue, count: number) =>
    new TimeSpanValue(self.seconds + count * sizes[unit]),
});

const get = (name: string, unit: SpanUnit): NativeFunction => ({
  signature: `Integer get${name}()`,
  run: (_context, self: TimeSpanValue) => clampInteger(partOf(self, unit)),
});

const whole = (name: string, unit: SpanUnit): NativeFunction => ({
  signature: `Integer to${name}()`,
  run: (_context, self: TimeSpanValue) => clampInteger(Math.trunc(self.seconds / sizes[unit])),
});

const units: readonly (readonly [string, SpanUnit])[] = [
  ['Year', 'year'],
  ['Day', 'day'],
  ['Hour', 'hour'],
  ['Min', 'minute'],
  ['Sec', 'second'],
];

const timeSpanClass: NativeClass = {
  name: 'TimeSpan',
  make: () => noTime,
  text: ({ seconds }: TimeSpanValue) => `${String(seconds)} s`,
  constructors: [{ signature: 'TimeSpan()', run: () => noTime }],
  methods: [
    ...units.map(([name, unit]) => add(name, unit)),
    ...units.map(([name, unit]) => get(name, unit)),
    whole('Days', 'day'),
    whole('Hours', 'hour'),
    whole('Minutes', 'minute'),
    whole('Seconds', 'second'),
    { signature: 'Bool isNegative()', run: (_context, self: TimeSpanValue) => self.seconds < 0 },
    {
      signature: 'Void setNegative(Bool negative)',
      changes: (_context, self: TimeSpanValue, negative: boolean) =>
        new TimeSpanValue(Math.abs(self.seconds) * (negative ? -1 : 1)),
    },
    {
      signature: 'Void set(Integer years, Integer days, Integer hours, Integer minutes, Integer seconds)',
      changes: (
        _context,
        _self: TimeSpanValue,
        years: number,
        days: number,
        hours: number,
        minutes: number,
        seconds: number,
      ) =>
        new TimeSpanValue(
          years * sizes.year + days * sizes.day + hours * sizes.hour + minutes * sizes.minute + seconds,
        ),
    },
    {
      signature: 'String toString(Integer mode, Integer lang, Integer maxMode, Bool short)',
      differs: 'the words are chosen here; six languages',
      run: (_context, self: TimeSpanValue, mode: number, language: number, maxMode: number, short: boolean) =>
        spanText(self.seconds, { smallest: mode, largest: maxMode, language, short }),
    },
  ],
};

export const timeSpanPart: LibraryPart = { classes: [timeSpanClass] };
