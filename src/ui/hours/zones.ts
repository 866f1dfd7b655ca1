import { isTimeZone } from '../../engine/availability.ts';

/** A zone of the IANA list, and how far it is ahead of UTC at some instant. */
export type Zone = { readonly name: string; readonly offset: string };

const offsets = new Map<string, Intl.DateTimeFormat>();

/** `UTC+5:30`; empty for a zone that nobody knows. */
export function offsetOf(timeZone: string, now: number): string {
  try {
    const format =
      offsets.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' });
    offsets.set(timeZone, format);
    const name = format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return name.replace('GMT', 'UTC').replace(/^UTC[+-]0$/, 'UTC');
  } catch {
    return '';
  }
}

/** What browsers go on calling by a name that the IANA list has given up, and its name there. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** All zones that this machine knows, UTC first, by the names of the IANA list where it knows these too. */
export function zoneNames(): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone').map((name) => {
    const now = renamed[name];
    return now !== undefined && isTimeZone(now) ? now : name;
  });
  return [...new Set(['UTC', ...known])];
}

/**
 * The zones in whose name or offset each word of the query stands: `new york`, `oslo`, `+5:30`. Those whose city begins
 * with it come first.
 */
export function findZones(names: readonly string[], query: string, now: number): readonly Zone[] {
  const asked = query.toLowerCase().replaceAll('_', ' ').split(/\s+/).filter(Boolean);
  const zones = names.map((name) => ({ name, offset: offsetOf(name, now) }));
  if (asked.length === 0) return zones;
  const found = zones.filter(({ name, offset }) => {
    const text = `${name.replaceAll('_', ' ')} ${offset}`.toLowerCase();
    return asked.every((word) => (/^[+-]/.test(word) ? isOffset(offset, word) : text.includes(word)));
  });
  const first = asked.join(' ');
  const begins = ({ name }: Zone) =>
    name
      .toLowerCase()
      .replaceAll('_', ' ')
      .split('/')
      .some((part) => part.startsWith(first));
  return [...found.filter(begins), ...found.filter((zone) => !begins(zone))];
}

/** `+1` is UTC+1 and not UTC+10; `+5` finds UTC+5:30 as well. */
const isOffset = (offset: string, wanted: string): boolean => {
  const own = offset === 'UTC' ? '+0' : offset.replace('UTC', '');
  const asked = wanted.replace(/^([+-])0(\d)/, '$1$2');
  return own === asked || own.startsWith(`${asked}:`) || (asked.includes(':') && own.startsWith(asked));
};

/** What people call the place: `Oslo`, `New York`. */
export const placeOf = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
