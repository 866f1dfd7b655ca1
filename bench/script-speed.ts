import { QuickJS } from 'quickjs-wasi';
import { speedPrograms, type SpeedProgram } from './script-programs.ts';
import { prepareScript } from './script-runner.ts';
import { median, timed } from './statistics.ts';

/** Milliseconds for one run of the program. */
export type ScriptTimes = {
  readonly crmscript: number;
  readonly quickjs: number;
  readonly native: number;
  /** CRMScript again, under a debugger whose breakpoints are never reached. */
  readonly watched: number;
  /** CRMScript again, built without the lines that count statements. */
  readonly uncounted: number;
};
export type ScriptSpeed = Readonly<Record<string, ScriptTimes>>;

export type ScriptSpeedParts = {
  /** The bytes of QuickJS. */
  readonly wasm: BufferSource;
  /** `prepareScript` of a bundle of its own: the host runs the closures of one program faster than those of two. */
  readonly prepareWatched: typeof prepareScript;
  /** `prepareScript` of a bundle from which the count of statements was taken. */
  readonly prepareUncounted: typeof prepareScript;
  readonly rounds: number;
};

type Contest = Readonly<Record<keyof ScriptTimes, () => string>>;
const contestants = ['crmscript', 'quickjs', 'native', 'watched', 'uncounted'] as const;

/** Medians over interleaved rounds of the same five programs. All compile once, beforehand. */
export async function measureScripts({
  wasm,
  prepareWatched,
  prepareUncounted,
  rounds,
}: ScriptSpeedParts): Promise<ScriptSpeed> {
  const vm = await QuickJS.create({ wasm });
  const all = speedPrograms.map((program) => {
    const contest = contestOf(vm, program, { prepareWatched, prepareUncounted });
    checkAnswers(program, contest);
    const times: Record<keyof ScriptTimes, number[]> = {
      crmscript: [],
      quickjs: [],
      native: [],
      watched: [],
      uncounted: [],
    };
    return { program, contest, times };
  });
  for (let round = -2; round < rounds; round++) {
    for (const { contest, times } of all) {
      for (const at of contestants.keys()) {
        // Who follows whom changes each round: what one leaves to collect is paid by the next.
        const key =
          contestants[(at * (1 + ((round + 2) % 4)) + round + 2) % contestants.length] ?? 'crmscript';
        const time = timed(contest[key]);
        if (round >= 0) times[key].push(time); // the first rounds warm up
      }
    }
  }
  vm.dispose();
  return Object.fromEntries(
    all.map(({ program, times }) => [
      program.name,
      Object.fromEntries(contestants.map((key) => [key, median(times[key])])) as ScriptTimes,
    ]),
  );
}

function contestOf(
  vm: QuickJS,
  program: SpeedProgram,
  others: Pick<ScriptSpeedParts, 'prepareWatched' | 'prepareUncounted'>,
): Contest {
  const counted = prepareScript(program.script);
  const watched = others.prepareWatched(program.script);
  const uncounted = others.prepareUncounted(program.script);
  const guest = vm.evalCode(`(${String(program.javascript)})`);
  return {
    crmscript: () => counted(false),
    quickjs: () => vm.callFunction(guest, vm.undefined).consume((answer) => answer.toString()),
    native: program.javascript,
    watched: () => watched(true),
    uncounted: () => uncounted(false),
  };
}

function checkAnswers({ name, javascript }: SpeedProgram, contest: Contest): void {
  const wanted = javascript();
  for (const key of contestants) {
    const answer = contest[key]();
    if (answer !== wanted) throw new Error(`${name}: ${key} answers ${answer} and not ${wanted}.`);
  }
}
