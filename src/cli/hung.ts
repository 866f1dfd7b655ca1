import type { ScenarioStep } from '../scenario/format.ts';

/*
 * How a command that runs scripts in JavaScript tells whoever started it what it does, and what it is told in return. No
 * counter stops a script that is inside one of its engine's own functions, so the command runs in a thread, and the thread is
 * ended (reliability M9, rulings 6).
 */

/**
 * A script that did not come to an end, by the file and the step that ran it, each counted from 0 and 1. A debug session counts
 * its launches in place of files: what is read then may be other scripts.
 */
export type Hung = { readonly file: number; readonly step: number; readonly script: number };

/** The same steps, of which those that a script hung in leave it out; so does the engine in all after them (rulings 45). */
export const withoutHung = (steps: readonly ScenarioStep[], hung: readonly Hung[]): readonly ScenarioStep[] =>
  steps.map((step, index) => {
    const scripts = hung.filter((one) => one.step === index + 1).map(({ script }) => script);
    return scripts.length === 0 ? step : { ...step, leftOut: [...(step.leftOut ?? []), ...scripts] };
  });

/** What a command tells while it plays files, so that it is known what hangs. */
export type Progress = {
  readonly beginsStep: (file: number, step: number) => void;
  readonly beginsScript: (script: number) => void;
  readonly endsScript: () => void;
  readonly hung: readonly Hung[];
};

/** How long one run of a script in JavaScript may go on, in milliseconds. Its price ends what counts within a second or two. */
export const patience = 10_000;
const lookEvery = 250;

/** A step runs few scripts; what is played is given up where more than this hang. */
export const mostHung = 20;

export const isSameHang = (one: Hung, other: Hung): boolean =>
  one.file === other.file && one.step === other.step && one.script === other.script;

const running = 0;
const place = { file: 1, step: 2, script: 3 };

/** Memory that the thread writes and whoever started it reads while the thread answers nothing. */
export const newProgress = (): SharedArrayBuffer => new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT);

/** What the thread tells through the memory that it shares. Runs nest: the innermost is the one that hangs. */
export function progressInto(shared: SharedArrayBuffer, hung: readonly Hung[]): Progress {
  const cells = new Int32Array(shared);
  const open: number[] = [];
  let count = 0;
  const show = () => {
    count += 1;
    Atomics.store(cells, place.script, open.at(-1) ?? 0);
    Atomics.store(cells, running, open.length === 0 ? 0 : count);
  };
  return {
    hung,
    beginsStep: (file, step) => {
      Atomics.store(cells, place.file, file);
      Atomics.store(cells, place.step, step);
    },
    beginsScript: (script) => {
      open.push(script);
      show();
    },
    endsScript: () => {
      open.pop();
      show();
    },
  };
}

/** Watches what a thread tells: says once, and no more, which run of a script goes on for too long. Gives what ends the watching. */
export function watch(shared: SharedArrayBuffer, hangs: (hung: Hung) => void): () => void {
  const cells = new Int32Array(shared);
  let run = 0;
  let since = performance.now();
  const look = setInterval(() => {
    const now = Atomics.load(cells, running);
    if (now !== run || now === 0) {
      run = now;
      since = performance.now();
    } else if (performance.now() - since > patience) {
      clearInterval(look);
      hangs(hungIn(cells));
    }
  }, lookEvery);
  return () => {
    clearInterval(look);
  };
}

const hungIn = (cells: Int32Array): Hung => ({
  file: Atomics.load(cells, place.file),
  step: Atomics.load(cells, place.step),
  script: Atomics.load(cells, place.script),
});
