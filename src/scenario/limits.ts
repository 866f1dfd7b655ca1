import { messageLimit } from '../engine/numbers.ts';

const mebibyte = 1024 * 1024;

/**
 * The one table of limits of what comes from outside (scenario.md). They are wide enough for whatever the
 * engine and the page can save, and narrow enough that a hostile file is refused before anything is built from it.
 */
export const limits = {
  /** Bytes of UTF-8 of a scenario file, or of one entry of a backup. */
  fileBytes: 64 * mebibyte,
  /** Bytes of a whole backup. */
  backupBytes: 1024 * mebibyte,
  /** Characters of a link, from `#` on. */
  linkCharacters: 32_000,
  /** From here on some mail and chat programs cut a link. */
  linkOftenCut: 2000,
  /** Bytes of what a link holds, once it is inflated. */
  linkBytes: 2 * mebibyte,
  /** How many lists and objects may stand in each other. */
  nesting: 64,
  /** Values of JSON in one file: they cost memory, however short they are written. */
  values: 4_000_000,
  steps: 100_000,
  /** Scripts of a world, in all folders together. */
  scripts: 10_000,
  /** Of each kind of other things in a world: agents, channels, webhooks, contacts … */
  things: 10_000,
  /** Rows of one table. */
  rows: 100_000,
  /** What stands beside one step: answers, edits, expectations. */
  besideStep: 10_000,
  /** Characters of a message, and of every other text that has no limit of its own. */
  text: messageLimit,
  /** Characters of a script, or of the body of a request or an answer: as much as a script can hold. */
  source: 16 * mebibyte,
  /** Characters of a name. */
  name: 255,
} as const;

/** `64 MiB`: a limit in bytes, as people are told it. */
export const inMebibytes = (bytes: number): string => `${String(bytes / mebibyte)} MiB`;
