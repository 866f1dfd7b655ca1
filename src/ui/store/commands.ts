import { signal, type ReadonlySignal } from '@preact/signals';
import { replacedBy } from '../../engine/replaced-by.ts';
import type { Input } from '../../engine/inputs.ts';
import type { World } from '../../engine/world.ts';
import type { Answer, ClockState, Command, Jump, ServiceError } from '../../protocol/engine-api.ts';
import type { Engine } from './store.ts';
import { problemOf } from '../connection/broken.ts';
import { loadSentences } from '../sentence.ts';

/** The command with what it takes the place of, as the page shows that now, in whatever moment. */
function commandOf(command: Omit<Command, 'base'>, world: World | null): Command {
  const base = world === null ? undefined : replacedBy(world, command.input);
  return base === undefined ? command : { ...command, base };
}

export type Commands = {
  /** Commands that are not acknowledged yet. */
  readonly pending: ReadonlySignal<number>;
  readonly dispatch: (id: string, input: Input) => Promise<Answer>;
  readonly setClock: (clock: ClockState) => Promise<void>;
  readonly nextTimer: () => Promise<Answer>;
  readonly jump: (jump: Jump) => Promise<Answer>;
};

type CommandPorts = {
  readonly engine: Engine;
  /** As it is shown. */
  readonly world: ReadonlySignal<World | null>;
  readonly current: () => string;
  /** Resolves when the page has come to the event of this number. */
  readonly reach: (workspace: string, seq: number) => Promise<void>;
  readonly fail: (problem: ServiceError) => void;
};

/** What changes the open workspace: counted while it is under way, answered once what it caused is shown. */
export function createCommands({ engine, world, current, reach, fail }: CommandPorts): Commands {
  const pending = signal(0);
  async function guarded(work: (workspace: string) => Promise<Answer>): Promise<Answer> {
    const workspace = current();
    pending.value += 1;
    try {
      const answer = await work(workspace);
      if (answer.kind === 'failed') fail(answer.problem);
      if (answer.kind === 'committed') await reach(workspace, answer.seq);
      // Whoever is answered says why not, at once.
      else await loadSentences();
      return answer;
    } catch (error) {
      const problem = problemOf(error);
      fail(problem);
      return { kind: 'failed', problem };
    } finally {
      pending.value -= 1;
    }
  }
  return {
    pending,
    dispatch: (id, input) => {
      const command = commandOf({ id, workspace: current(), input }, world.value);
      return guarded(() => engine.dispatch(command));
    },
    setClock: async (next) => {
      await guarded(async (workspace) => {
        await engine.setClock(workspace, next);
        return { kind: 'committed', seq: 0 };
      });
    },
    nextTimer: () => guarded((workspace) => engine.nextTimer(workspace)),
    jump: (jump) => guarded((workspace) => engine.jump(workspace, jump)),
  };
}
