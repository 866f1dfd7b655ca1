import type { WorldFile } from '../engine/definition.ts';
import type { CodedText } from '../engine/codes.ts';
import type { ScenarioFile } from '../scenario/format.ts';

/* What crosses between the page and the worker for files when a bot is ported to TypeScript. */

/** A script of a port, as it is saved; `of` is the one that it was made of, none for helpers that the others share. */
export type PortedScript = {
  readonly name: string;
  readonly includeName: string;
  readonly source: string;
  readonly of: number | undefined;
};

/** A line of a script that was not ported, or whose port may behave in another way. */
export type PortNote = {
  readonly kind: 'missing' | 'differs';
  /** The script, as errors name it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly params: CodedText['params'];
};

export type PortRequest = { readonly setting: WorldFile; readonly scripts: readonly number[] };
export type Ported = { readonly scripts: readonly PortedScript[]; readonly notes: readonly PortNote[] };

/** The text that stands for a script when a conversation is played with the port. */
export type ReplacedSource = { readonly script: number; readonly source: string };

export type CompareRequest = {
  /** From its starting world on, as it was recorded. */
  readonly conversation: ScenarioFile;
  /** The scripts as they stand now: what was said long ago may have been said by other texts. */
  readonly originals: readonly ReplacedSource[];
  readonly port: readonly PortedScript[];
};
