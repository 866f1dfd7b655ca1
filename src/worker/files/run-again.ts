import type { WorldFile } from '../../engine/definition.ts';
import type { RanAgain, RunAgainRequest } from '../../protocol/compared.ts';
import type { PlayedStep } from '../../protocol/played-step.ts';
import type { ScenarioFile, ScenarioStep } from '../../scenario/format.ts';
import { impossibleStep } from '../../scenario/replay.ts';
import { parseMoment } from '../../scenario/time.ts';
import { coded } from '../said.ts';
import type { Engine, LoadFile } from '../ports.ts';
import { inputsOf } from '../play-steps.ts';
import { scriptsOf } from '../script-sources.ts';
import { takeStep } from '../take-step.ts';
import { compareSteps } from './compare-steps.ts';
import { playFile } from './play-file.ts';

/**
 * Plays a conversation again in a world with other settings, or holds it beside another conversation, and tells where
 * people see something else. An input that is impossible now is told where it happened, and the run goes on without it.
 */
export async function runAgain(
  engine: Engine,
  load: LoadFile,
  { was, now }: RunAgainRequest,
): Promise<RanAgain> {
  const first = await playFile(engine, load, was);
  if ('conversation' in now) {
    const other = await playFile(engine, load, now.conversation);
    const again = { world: now.conversation.world, steps: other.steps };
    return { compared: compareSteps(first.steps, other.steps), again };
  }
  const world = worldNow(was, now.setting);
  const steps = await play(engine, load, world, was.steps);
  return { compared: compareSteps(first.steps, steps), again: { world, steps } };
}

/** The settings as they stand now, with the moment, the people and the rows that the conversation began with. */
function worldNow({ world, steps }: ScenarioFile, setting: WorldFile): WorldFile {
  const wasPresent = new Map((world.agents ?? []).map(({ id, present }) => [id, present]));
  const tables = { ...world.tables };
  for (const { input } of steps) if (input.type === 'admin.savesTable') tables[input.table] = input.rows;
  return {
    ...setting,
    startsAt: world.startsAt,
    ...(world.seed === undefined ? {} : { seed: world.seed }),
    tables,
    agents: (setting.agents ?? []).map((agent) => ({ ...agent, present: wasPresent.get(agent.id) ?? false })),
  };
}

/** What customers and agents did, and the clock; what was set then is set already, and its step only passes the time. */
function again({ at, input }: ScenarioStep): ScenarioStep {
  const isOfPeople = !input.type.startsWith('admin.');
  return {
    ...(at === undefined ? {} : { at }),
    input: isOfPeople ? input : { type: 'clock.advances', by: 0 },
  };
}

async function play(
  engine: Engine,
  load: LoadFile,
  world: WorldFile,
  recorded: readonly ScenarioStep[],
): Promise<readonly PlayedStep[]> {
  let state = engine.createWorld(world);
  const entries = recorded.map(again);
  await engine.prepare?.(scriptsOf(state, inputsOf(entries)), load);
  return entries.map((entry, index): PlayedStep => {
    const step = index + 1;
    const { input, at } = entry;
    const isImpossible = impossibleStep(entry, state, step) !== null;
    const moment = at === undefined || isImpossible ? state.now : (parseMoment(at, state.now) ?? state.now);
    const wish = (answers?: ScenarioStep['answers']) => ({
      id: `again ${String(step)}`,
      input,
      answers,
      isRecorded: true,
    });
    // An answer of the network was that of one call: where another one is made now, or none, it is no answer.
    const { answers } = recorded[index] ?? {};
    let taken = takeStep(engine, state, step, wish(answers), moment);
    if (answers !== undefined && (taken.step === null || usedOf(taken.step) < answers.length))
      taken = takeStep(engine, state, step, wish(), moment);
    state = taken.world;
    const nothing = { step, command: wish().id, at: '+0ms', input, seq: state.seq, events: [] };
    return taken.step ?? { ...nothing, refused: coded('not-played-again', { step }) };
  });
}

/** How many recorded answers a step made use of. */
const usedOf = ({ events }: PlayedStep): number =>
  events.filter((event) => event.type === 'http.called' && event.answeredBy === 'recorded').length;
