import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RecordedEvent } from '../engine/events.ts';
import { eventLineWithout, noMatter } from './event-line.ts';

/** By which revision of the rules events come about here (rulings 9, 37). What changes a golden hash raises it. */
export const rulesRevision = 1;

/**
 * The hash of a step: the first 8 hex digits of SHA-256 over the hash before it (nothing for the first) and a line for
 * each event. Hints, and what says of an event why and at which cost it came, may change without a change of the
 * chat, so they are left out (rulings 37).
 */
export function stepHash(before: string, events: readonly RecordedEvent[]): string {
  const lines = events.filter(({ type }) => type !== 'hint.raised').map(hashedLine);
  return bytesToHex(sha256(utf8ToBytes(before + lines.join('')))).slice(0, 8);
}

const hashedLine = (event: RecordedEvent): string => `${eventLineWithout(event, noMatter)}\n`;

/** The hashes of steps that are given one after the other. */
export class StepHashes {
  #last = '';

  next(events: readonly RecordedEvent[]): string {
    this.#last = stepHash(this.#last, events);
    return this.#last;
  }
}
