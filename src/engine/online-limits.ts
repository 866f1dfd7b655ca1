import { portOf } from './address.ts';
import { coded, type CodedText } from './codes.ts';

/*
 * What SuperOffice Online does not let a script do ("Limitations in CRM online"). Here they are hints; the option
 * `onlineLimits` makes them errors (rulings 40).
 */

/** The longest that one script may run, in milliseconds. */
export const onlineRunTime = 60_000;

/** The most memory that one script may take, in bytes. */
export const onlineMemory = 8 * 1024 * 1024;

/** What a run holds of values is told from here on, in bytes: below, it is not worth a word. */
export const littleMemory = 64 * 1024;

const onlinePorts: readonly number[] = [80, 443];

const there = 'On-site installations have no such limit.';

/** The port of an address, where SuperOffice Online does not reach it; undefined where it does. */
export function portOutside(url: string): number | undefined {
  const port = portOf(url);
  return port === undefined || onlinePorts.includes(port) ? undefined : port;
}

/** What a script reads of it, where it is an error. */
export const portProblem = (port: number): string =>
  `SuperOffice Online reaches other services on the ports 80 and 443 only, not on ${String(port)}. ${there}`;

/** What a script reads of it, where it is an error. */
export const runTimeProblem = (milliseconds: number): string =>
  `The script has taken ${String(toSeconds(milliseconds))} s; SuperOffice Online stops a script after ${String(onlineRunTime / 1000)} s. ${there}`;

export const runTimeHint = (milliseconds: number): CodedText =>
  coded('online-run-time', { taken: toSeconds(milliseconds), limit: onlineRunTime / 1000 });

export const memoryHint = coded('online-memory', { mebibytes: onlineMemory / 1024 ** 2 });

const toSeconds = (milliseconds: number): number => Math.round(milliseconds / 1000);
