import { posix, win32 } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { RequestError, type RequestArguments } from './request-arguments.ts';

/** How an editor counts lines and columns, and writes paths (the arguments of `initialize`). Ours are counted from 1. */
export class Client {
  readonly #firstLine: 0 | 1;
  readonly #firstColumn: 0 | 1;
  readonly #writesUris: boolean;
  readonly #isWindows: boolean;
  /** Whether it takes `invalidated`. */
  readonly hearsOfInvalidated: boolean;

  /** `given` are the arguments of `initialize`. */
  constructor(given: RequestArguments, platform: string = process.platform) {
    this.#firstLine = startOf(given, 'linesStartAt1');
    this.#firstColumn = startOf(given, 'columnsStartAt1');
    this.#writesUris = given.maybeText('pathFormat') === 'uri';
    this.hearsOfInvalidated = given.flag('supportsInvalidatedEvent');
    this.#isWindows = platform === 'win32';
  }

  /** A line, as the editor counts. */
  line(ours: number): number {
    return ours - 1 + this.#firstLine;
  }

  column(ours: number): number {
    return ours - 1 + this.#firstColumn;
  }

  /** A line that the editor named, counted from 1. */
  lineFrom(theirs: number): number {
    return theirs + 1 - this.#firstLine;
  }

  columnFrom(theirs: number): number {
    return theirs + 1 - this.#firstColumn;
  }

  /** A path of this machine, as the editor writes it. */
  path(ours: string): string {
    return this.#writesUris ? pathToFileURL(ours, { windows: this.#isWindows }).href : ours;
  }

  /** A path that the editor wrote; a URI is taken whatever it said. */
  pathFrom(theirs: string): string {
    if (!/^file:/i.test(theirs)) return theirs;
    try {
      return fileURLToPath(theirs, { windows: this.#isWindows });
    } catch {
      throw new RequestError(`${theirs} is no address of a file here.`);
    }
  }

  /** What two ways of writing one path have in common: Windows minds neither letter case nor which slash it is. */
  keyOf(path: string): string {
    if (!this.#isWindows) return posix.normalize(path);
    return win32.normalize(path).toLowerCase();
  }
}

/** The protocol counts from 1 where nothing is said. */
const startOf = (given: RequestArguments, name: string): 0 | 1 =>
  given.has(name) && !given.flag(name) ? 0 : 1;
