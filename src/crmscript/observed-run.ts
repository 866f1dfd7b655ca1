import type { Site } from './analysis/types/bound-tree.ts';
import type { MarkedPlaces } from './marked.ts';
import type { Run, StatementObserver } from './run/run-state.ts';
import type { ScriptError } from './run/script-error.ts';
import type { Recorder } from './run/recorder.ts';
import type { RunView } from './run-view.ts';
import type { CodedText } from './codes.ts';

/** A failure of a script, as soon as it is known whether the script catches it. */
export type ThrownHere = { readonly kind: string; readonly said: CodedText; readonly isCaught: boolean };

/** Who looks on while a program runs. What it throws unwinds the run, which lets it through. */
export type RunObserver = {
  /** The number of the statement from which on it is told of each. Read again whenever it was told something. */
  readonly from: number;
  /** Where it is told besides; `key` is the same object for the same places. */
  readonly marks?: (MarkedPlaces & { readonly key: object }) | undefined;
  /** What records how values come to be; absent where nobody asks for that. Marks say nothing then. */
  readonly recorder?: Recorder | undefined;
  /** The run begins; the view says where it stands from now on. */
  begin(view: RunView): void;
  end(): void;
  /** A statement is about to run. */
  reached(isMarked: boolean): void;
  /** A statement failed with so many calls open. */
  thrown(thrown: ThrownHere, depth: number): void;
};

/** Tells whoever looks on of one run. */
export class ObservedRun implements StatementObserver {
  readonly #observer: RunObserver;
  readonly #marked: ReadonlySet<Site> | undefined;
  #view: RunView | undefined;

  constructor(observer: RunObserver, marked: ReadonlySet<Site> | undefined) {
    this.#observer = observer;
    this.#marked = marked;
  }

  get from(): number {
    return this.#observer.from;
  }

  begin(view: RunView): void {
    this.#view = view;
    this.#observer.begin(view);
  }

  end(): void {
    this.#observer.end();
  }

  reached(_run: Run, site: Site): void {
    this.#view?.stand(site);
    this.#observer.reached(this.#marked?.has(site) ?? false);
  }

  thrown({ kind, said, depth }: ScriptError, isCaught: boolean): void {
    this.#observer.thrown({ kind, said, isCaught }, depth);
  }
}
