import { portOf } from './address.ts';

/*
 * What SuperOffice Online does not let a script do ("Limitations in CRM online"). Here they are hints; the option
 * `onlineLimits` makes them errors (rulings 40).
 */

/** The longest that one script may run, in milliseconds. */
export const onlineRunTime = 60_000;

/** The most memory that one script may take, in bytes. */
export const onlineMemory = 8 * 1024 * 1024;

const onlinePorts: readonly number[] = [80, 443];

const there = 'On-site installations have no such limit.';

/** What is wrong with the port of an address, as SuperOffice Online sees it; undefined where nothing is. */
export function portProblem(url: string): string | undefined {
  const port = portOf(url);
  if (port === undefined || onlinePorts.includes(port)) return undefined;
  return `SuperOffice Online reaches other services on the ports 80 and 443 only, not on ${String(port)}. ${there}`;
}

export const runTimeProblem = (milliseconds: number): string =>
  `The script has taken ${String(Math.round(milliseconds / 1000))} s; SuperOffice Online stops a script after ${String(onlineRunTime / 1000)} s. ${there}`;

export const memoryProblem = `The script holds more than 8 MB, the most that SuperOffice Online gives a script. ${there}`;
