/** The units of `TimeSpan.toString`, in the order of their numbers (crm §10.4). */
export type SpanUnit = 'year' | 'day' | 'hour' | 'minute' | 'second';

const units: readonly (readonly [SpanUnit, number])[] = [
  ['year', 365 * 86400],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** One, many; in the order of the units. Languages as in `DateTime.toString`: no, en, de, sv, da, nl. */
const words: readonly (readonly string[])[] = [
  ['år|år', 'dag|dager', 'time|timer', 'minutt|minutter', 'sekund|sekunder'],
  ['year|years', 'day|days', 'hour|hours', 'minute|minutes', 'second|seconds'],
  ['Jahr|Jahre', 'Tag|Tage', 'Stunde|Stunden', 'Minute|Minuten', 'Sekunde|Sekunden'],
  ['år|år', 'dag|dagar', 'timme|timmar', 'minut|minuter', 'sekund|sekunder'],
  ['år|år', 'dag|dage', 'time|timer', 'minut|minutter', 'sekund|sekunder'],
  ['jaar|jaar', 'dag|dagen', 'uur|uur', 'minuut|minuten', 'seconde|seconden'],
];

export type SpanFormat = {
  readonly smallest: number;
  readonly largest: number;
  readonly language: number;
  readonly short: boolean;
};

const within = (unit: number): number => Math.max(0, Math.min(4, unit));

/** `1 day, 2 hours`, or `1d, 2h`: from the largest unit down to the smallest, without those that are zero. */
export function spanText(seconds: number, format: SpanFormat): string {
  const smallest = within(format.smallest);
  const largest = Math.min(within(format.largest), smallest);
  const names = words[format.language] ?? words[1] ?? [];
  const parts: string[] = [];
  let rest = Math.abs(seconds);
  for (let unit = largest; unit <= smallest; unit++) {
    const size = units[unit]?.[1] ?? 1;
    const count = Math.trunc(rest / size);
    rest -= count * size;
    const last = unit === smallest && parts.length === 0;
    if (count > 0 || last) parts.push(shown(count, names[unit] ?? '', format.short));
  }
  return (seconds < 0 ? '-' : '') + parts.join(', ');
}

function shown(count: number, name: string, short: boolean): string {
  const [one = '', many = ''] = name.split('|');
  if (short) return `${String(count)}${one.charAt(0).toLowerCase()}`;
  return `${String(count)} ${count === 1 ? one : many}`;
}
