import type { Weekday } from '../../engine/definition.ts';

const short: Readonly<Record<Weekday, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

const long: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** Every word of the week of opening hours. */
export const hoursWords = {
  short,
  long,
  title: 'Opening hours',
  noNight: 'Hours end on the day they begin: a night is 23:59 here and from 00:00 on the next day.',
  off: 'Not used: the channel is open at any time, as long as somebody who can respond is present.',
  openNow: 'Open now',
  closedNow: 'Closed now',
  until: (state: string, when: string) => `${state}, until ${when}`,
  noChange: (state: string) => `${state}, for good`,
  lunch: 'Lunch',
  lunchTo: 'to',
  lunchHelp: 'The same on all days. Closed meanwhile; those who already chat go on.',
  hint: 'Draw on a day, drag an edge, or press',
  hintEnd: 'to type',
  enterKey: 'Enter',
  zone: 'Zone',
  zoneName: (zone: string, offset: string) => `Zone: ${zone}, ${offset}`,
  zoneUnknown: 'unknown',
  findZone: 'Find a zone',
  zones: 'Zones',
  moreZones: (n: number) => `${String(n)} more: type a part of the name, or an offset such as +5:30.`,
  noZone: 'No zone is called that.',
  copy: 'Copy Monday to…',
  copyTitle: 'The hours of Monday, for:',
  copyWeekdays: 'Weekdays',
  copyAll: 'All days',
  copyDo: 'Copy',
  preset: 'Preset',
  presets: {
    office: ['Office', 'Monday to Friday, 08:00 to 16:00'],
    shop: ['Shop', 'Monday to Friday, 09:00 to 20:00; Saturday, 10:00 to 16:00'],
    long: ['Long days', 'Every day, 07:00 to 22:00'],
    always: ['Around the clock', 'Every day, 00:00 to 23:59'],
    never: ['Closed', 'No day is open'],
  },
  wholeDay: 'Show all 24 hours',
  usualHours: 'Show 06:00 to 22:00',
  week: (n: number) => `Week ${String(n)}`,
  weekLabel: 'Days of the week',
  now: (time: string) => `now ${time}`,
  open: 'Open',
  closedDay: 'Closed: customers get the offline form',
  closedWithBot: 'Closed: the bot answers, people do not',
  lunchAt: (from: string, to: string) => `Lunch, ${from} to ${to}`,
  dayOpen: (day: string) => `${day} is open`,
  dayBar: (day: string) => ({
    start: `${day} opens`,
    stop: `${day} closes`,
    bar: (from: string, to: string) =>
      `${day}, ${from} to ${to}. Enter types, arrows move it, Delete closes the day.`,
  }),
  lunchBar: {
    start: 'Lunch begins, on every day',
    stop: 'Lunch ends, on every day',
    bar: (from: string, to: string) =>
      `Lunch, ${from} to ${to}. Enter types, arrows move it, Delete takes it away.`,
  },
  noLunch: 'No lunch: draw one here, for all days',
  everyDay: 'every day',
  weekBefore: 'The week before',
  weekAfter: 'The week after',
  start: (day: string) => `${day} opens`,
  stop: (day: string) => `${day} closes`,
  span: (from: string, to: string) => `${from} – ${to}`,
  longer: (by: string) => `+${by}`,
  shorter: (by: string) => `−${by}`,
  sum: (minutes: number) => {
    const rest = minutes % 60;
    const hours = `${String(Math.floor(minutes / 60))} h`;
    return rest === 0 ? hours : `${hours} ${String(rest).padStart(2, '0')}`;
  },
  lunchStart: 'Lunch begins',
  lunchStop: 'Lunch ends',
  done: 'Done',
  tryIt: 'Try it.',
  tryItHelp: 'Move the clock to a moment that matters:',
  tryItSaves: 'It is tried with the hours that are saved.',
  moments: {
    lunch: 'Lunch',
    closing: (day: string, time: string) => `${day} ${time}`,
    opening: (day: string, time: string) => `${day} ${time}`,
    closedDay: (day: string) => day,
    change: (date: string) => date,
  },
  momentHelp: {
    lunch: 'Lunch begins',
    closing: 'A minute before it closes',
    opening: 'A minute before it opens',
    closedDay: 'Noon of a day that is closed',
    change: 'A minute before the clocks are changed',
  },
  change: {
    forward: (date: string) => `Summer time begins on ${date}.`,
    back: (date: string) => `Summer time ends on ${date}.`,
    other: (date: string) => `The clocks are changed on ${date}.`,
    clocks: (from: string, to: string) => `At ${from} clocks move to ${to}.`,
    hours: (place: string, before: string, after: string) =>
      `Hours stay as drawn in ${place}; in UTC they move from ${before} to ${after}.`,
    mark: (from: string, to: string) => `Clocks move from ${from} to ${to}`,
  },
  problems: {
    empty: 'A time is missing, such as 08:00.',
    form: 'This is no time. Hours are 00:00 to 23:59.',
    equal: 'It closes when it opens: move one of them, or close the day.',
    before:
      'It closes before it opens, so it would never be open. Hours end on the day they begin: for a night, 23:59 here and from 00:00 on the next day.',
    lunchEqual: 'Lunch ends when it begins: move one of them, or take lunch away.',
    lunchBefore: 'Lunch ends before it begins, so there would be none.',
    lunchOutside: 'No open day has hours at this time, so lunch closes nothing.',
    lunchOnly: (day: string) => `${day} has hours during lunch only, so it is never open.`,
    zone: (zone: string) =>
      `Nobody knows a zone called ${zone === '' ? 'nothing' : `“${zone}”`}: choose one.`,
    never: 'No day is open: customers always get the offline form.',
  },
} as const;
