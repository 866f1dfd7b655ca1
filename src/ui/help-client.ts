import { signal, type ReadonlySignal } from '@preact/signals';
import { releaseProxy, wrap, type Endpoint, type Remote } from 'comlink';
import type { Diagnostic } from '../crmscript/diagnostic.ts';
import type { FormattedEdits } from '../crmscript/format.ts';
import type { ScriptLanguage } from '../engine/definition.ts';
import type { World } from '../engine/world.ts';
import type {
  BreakpointProblems,
  HelpApi,
  ScriptHelp,
  ScriptQuestion,
  WrittenBreakpoint,
  WrittenScript,
} from '../protocol/help-api.ts';
import type { ScriptQuery, ScriptQueryResult } from '../protocol/script-query.ts';
import { Supervisor, type StartedWorker } from './connection/supervisor.ts';
import { changedParts } from './help/changed-parts.ts';
import { notChecked } from './help/not-checked.ts';
import { Questions, type Unanswered } from './help/questions.ts';
import type { TooMuch } from './help/too-much.ts';

export type HelpClientOptions = {
  readonly startWorker: () => Promise<StartedWorker<Endpoint>>;
  /** The world whose scripts are written; null while none is open. */
  readonly world: () => World | null;
  readonly tooMuch: TooMuch;
  /** Address of the page. */
  readonly base: string;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly monotonic: () => number;
};

/** What came of a question about scripts, or why it has no answer. */
export type Looked = ScriptQueryResult | { readonly kind: 'unanswered'; readonly why: Unanswered };

/** What is said about scripts while they are written. No promise is ever rejected or left open. */
export type HelpClient = {
  /**
   * What is wrong with a source; null when `place` asked again before it was looked at. A source that a worker hung on
   * is not looked at, and a diagnostic says so.
   */
  check(
    place: string,
    source: string,
    file: string,
    language: ScriptLanguage,
    script?: number,
  ): Promise<readonly Diagnostic[] | null>;
  assist(question: ScriptQuestion): Promise<ScriptHelp | null>;
  /** As `HelpApi` has it; null where nobody answers, too, or `source` is too much for whoever would. */
  format(source: string, language: ScriptLanguage): Promise<FormattedEdits | null>;
  /** As `HelpApi` has them; null where something that it needs cannot be loaded. */
  look(look: ScriptQuery): Promise<Looked | null>;
  placeBreakpoints(script: WrittenScript, lines: readonly number[]): Promise<readonly number[] | null>;
  checkBreakpoint(written: WrittenBreakpoint): Promise<BreakpointProblems | null>;
  /** Lets a source be looked at although a worker hung on it. */
  insist(source: string): void;
  /** How often that was wanted: who was told that something was not checked may ask again. */
  readonly insisted: ReadonlySignal<number>;
  /** Ends the worker. */
  stop(): void;
};

/**
 * The page's end of the wire to the worker that helps to write scripts, which starts with the first question. The worker
 * is crash-only as the engine's is: when it hangs, the text that it hung on is remembered and another one goes on.
 */
export function createHelpClient(options: HelpClientOptions): HelpClient {
  const { world, tooMuch, base, after, monotonic, startWorker } = options;
  const questions = new Questions<Remote<HelpApi>>();
  let api: Remote<HelpApi> | null = null;
  let known: World | null = null;
  let stands: 'idle' | 'started' | 'failed' | 'stopped' = 'idle';
  const insisted = signal(0);
  const folders = () => world()?.folders ?? [];

  const supervisor = new Supervisor<Endpoint>({
    startWorker,
    greet: async (endpoint) => {
      const greeted = wrap<HelpApi>(endpoint);
      api = greeted;
      known = null;
      await greeted.connect(base);
      if (api === greeted) questions.use(greeted);
    },
    ping: async () => api?.ping(),
    lost: () => {
      const asked = questions.lost();
      api?.[releaseProxy]();
      api = null;
      if (asked === null) return false;
      if (stands !== 'stopped') tooMuch.add(asked.source, folders());
      asked.unanswered('tooMuch');
      return false; // help that hangs again and again is given up, whatever it hangs on
    },
    changed: ({ kind }) => {
      if (kind !== 'failed') return;
      stands = 'failed';
      questions.giveUp();
    },
    after,
    monotonic,
  });

  function start(): void {
    if (stands !== 'idle') return;
    stands = 'started';
    supervisor.start();
  }

  /** Tells the worker what it does not know of the world, then asks. */
  async function tellAndAsk<T>(to: Remote<HelpApi>, ask: (to: Remote<HelpApi>) => Promise<T>): Promise<T> {
    const now = world();
    if (now !== null && now !== known) {
      const parts = changedParts(now, known);
      known = now;
      await to.know(parts);
    }
    return ask(to);
  }

  function question<T>(
    place: string,
    source: string,
    ask: (to: Remote<HelpApi>) => Promise<T>,
    without: (why: Unanswered) => T,
  ): Promise<T> {
    if (stands === 'failed' || stands === 'stopped') return Promise.resolve(without('noWorker'));
    if (tooMuch.has(source, folders())) return Promise.resolve(without('tooMuch'));
    return new Promise((resolve) => {
      questions.put({
        place,
        source,
        ask: async (to) => {
          // A worker may have hung on the same text meanwhile, asked from another place.
          resolve(tooMuch.has(source, folders()) ? without('tooMuch') : await tellAndAsk(to, ask));
        },
        unanswered: (why) => {
          resolve(without(why));
        },
      });
      start();
    });
  }

  return {
    check: (place, source, file, language, script) =>
      question<readonly Diagnostic[] | null>(
        `check ${place}`,
        source,
        async (to) => to.check(source, file, language, script),
        (why) => (why === 'superseded' ? null : [notChecked(why, file)]),
      ),
    assist: (about) =>
      question<ScriptHelp | null>(
        about.kind,
        about.source,
        async (to) => to.assist(about),
        () => null,
      ),
    format: (source, language) =>
      question<FormattedEdits | null>(
        'format',
        source,
        async (to) => to.format(source, language),
        () => null,
      ),
    look: (about) =>
      question<Looked | null>(
        about.kind,
        about.source,
        async (to) => to.look(about),
        (why) => ({ kind: 'unanswered', why }),
      ),
    placeBreakpoints: (script, lines) =>
      question<readonly number[] | null>(
        'place',
        script.source,
        async (to) => to.placeBreakpoints(script, lines),
        () => null,
      ),
    checkBreakpoint: (written) =>
      question<BreakpointProblems | null>(
        'breakpoint',
        written.source,
        async (to) => to.checkBreakpoint(written),
        () => null,
      ),
    insisted,
    insist(source) {
      tooMuch.forget(source, folders());
      if (stands === 'failed') {
        stands = 'started';
        supervisor.retry();
      }
      insisted.value += 1;
    },
    stop() {
      stands = 'stopped';
      questions.giveUp();
      supervisor.stop();
    },
  };
}
