import { workspacesWords as words } from '../words/workspaces-words.ts';

const locale = 'en-GB';
const timeOf = (at: number): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

const dayStart = (at: number, daysBefore = 0): number => {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysBefore).getTime();
};

/** A moment of the clock on the wall, seen from `now`: `today 08:12`, `yesterday 15:40`, `Fri 27 Feb`, `27 Feb 2025`. */
export function whenOf(at: number, now: number): string {
  if (at >= dayStart(now)) return words.today(timeOf(at));
  if (at >= dayStart(now, 1)) return words.yesterday(timeOf(at));
  const day = { day: 'numeric', month: 'short' } as const;
  return at >= dayStart(now, 300)
    ? new Intl.DateTimeFormat(locale, { weekday: 'short', ...day }).format(at).replace(',', '')
    : new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' }).format(at);
}
