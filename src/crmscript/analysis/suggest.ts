import type { Diagnostic, Span } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import type { DetailsOf, ProblemCode } from '../problem-code.ts';
import type { Problems } from '../syntax/problems.ts';

/** What is said of a name that nothing has, and the name that was meant where one is near. */
export type Unknown = {
  readonly message: string;
  readonly meant?: string;
  readonly written?: string;
  /** Where it is more than that nothing has the name. */
  readonly code?: ProblemCode;
};

/** So many names of a script are compared with all others: whoever misspelt more has enough to do with these. */
const mostSearched = 100;

/** Finds the names that were meant, for one script. */
export class Guesses {
  readonly #found = new Map<string, string | undefined>();
  readonly #letters = new Map<string, ReadonlyMap<string, string>>();
  #searched = 0;

  /** The candidate nearest to what was written. `among` names the candidates where they are always the same. */
  near(written: string, candidates: () => Iterable<string>, among?: string): string | undefined {
    const key = `${among ?? ''} ${written}`;
    if (among !== undefined && this.#found.has(key)) return this.#found.get(key);
    if (this.#searched >= mostSearched) return undefined;
    this.#searched += 1;
    const meant = nearest(written, candidates());
    if (among !== undefined) this.#found.set(key, meant);
    return meant;
  }

  /** The first candidate that differs in its capitals at most. */
  sameLetters(written: string, candidates: () => readonly string[], among: string): string | undefined {
    let known = this.#letters.get(among);
    if (known === undefined) {
      // Of several the first one counts.
      known = new Map(
        candidates()
          .map((name) => [name.toLowerCase(), name] as const)
          .reverse(),
      );
      this.#letters.set(among, known);
    }
    return known.get(written.toLowerCase());
  }
}

export function unknown(message: string, written: string, meant: string | undefined): Unknown {
  return meant === undefined
    ? { message, written }
    : { message: `${message} Did you mean "${meant}"?`, meant, written };
}

/** What an included script could have declared. */
const elsewhere: ReadonlySet<string> = new Set(['unknown-name', 'unknown-function', 'unknown-type']);

/** Reports it, with the change that writes the name that was meant. */
export function reportUnknown<Code extends ProblemCode>(
  problems: Problems,
  code: Code,
  { message, meant, written, code: own }: Unknown,
  span: Span,
  params?: DetailsOf<Code>,
): void {
  // An include that was not found may have declared anything, as may what could not be read.
  if (problems.incomplete && problems.hasErrors && elsewhere.has(code)) return;
  if (written !== undefined && problems.hasErrors && problems.poisoned.has(written)) return;
  const fix = meant === undefined ? undefined : replacement(span, meant);
  if (own === undefined) problems.error(code, message, span, fix, params);
  else problems.error(own, message, span, fix);
}

const replacement = ({ start, end }: Span, text: string): Diagnostic['fix'] => ({
  label: `Write "${text}"`,
  start,
  end,
  text,
});
