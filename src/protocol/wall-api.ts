import type { ServiceError } from './engine-api.ts';

/** A result that hangs on the wall of a course, as it is kept. */
export type KeptResult = {
  readonly id: string;
  readonly course: string;
  /** Whose it is: a number of its own on this wall, as two people may have one name. From 1. */
  readonly person: number;
  /** It is shown where the same person has several of one lesson; else the one that was saved last. */
  readonly chosen: boolean;
  /** When it was put there, in milliseconds since 1970. */
  readonly addedAt: number;
  /** The name of the file that it came in; empty for a code or a text. */
  readonly source: string;
  /** The result as the text of its file, or the text of its code. */
  readonly text: string;
};

/** What the page may ask about the walls of courses. */
export interface WallApi {
  wall(course: string): Promise<readonly KeptResult[]>;
  /** Puts results on the wall, in the place of those of the same ids. */
  keepResults(results: readonly KeptResult[]): Promise<ServiceError | null>;
  /** Takes results off the wall. They can be put back as long as the page has them. */
  removeResults(ids: readonly string[]): Promise<ServiceError | null>;
}
