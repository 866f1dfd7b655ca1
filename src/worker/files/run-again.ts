import type { WorldFile } from '../../engine/definition.ts';
import type { RanAgain, RunAgainRequest } from '../../protocol/compared.ts';
import type { PlayedStep } from '../../protocol/played-step.ts';
import type { ScenarioFile, ScenarioStep } from '../../scenario/format.ts';
import { impossibleStep } from '../../scenario/replay.ts';
import { parseMoment } from '../../scenario/time.ts';
import { inputsOf, NotPlayed, playSteps } from '../write/play-steps.ts';
import type { Engine, LoadFile } from '../ports.ts';
import { coded } from '../codes.ts';
import { scriptsOf } from '../scripts/script-sources.ts';
import { takeStep, type CommandResult } from '../write/take-step.ts';
import { compareSteps, isAlike } from './compare-steps.ts';
import { takeWithOwnAnswers } from './own-answers.ts';

/** Hears of the first step that differs, as soon as it was played. */
export type Differs = (step: number) => void;

/**
 * Plays a conversation again in a world with other settings, or holds it beside another conversation, and tells where
 * people see something else. An input that is impossible now is told where it happened, and the run goes on without it.
 */
export async function runAgain(
  engine: Engine,
  load: LoadFile,
  { was, now }: RunAgainRequest,
  differs: Differs = () => undefined,
): Promise<RanAgain> {
  const isOther = 'conversation' in now;
  const world = isOther ? now.conversation.world : worldNow(was, now.setting);
  const before = await played(engine, load, was);
  const after = isOther
    ? await played(engine, load, now.conversation)
    : await playedAgain(engine, load, world, was.steps);
  const first: PlayedStep[] = [];
  const second: PlayedStep[] = [];
  let isTold = false;
  for (;;) {
    const one = before();
    const other = after(one);
    if (one !== undefined) first.push(one);
    if (other !== undefined) second.push(other);
    if (one === undefined && other === undefined) break;
    if (isTold || isAlike(one, other)) continue;
    isTold = true;
    differs(Math.max(first.length, second.length));
  }
  return { compared: compareSteps(first, second), again: { world, steps: second } };
}

/** Gives one step after the other, as long as they can be played. */
type Player = (before?: PlayedStep) => PlayedStep | undefined;

async function played(engine: Engine, load: LoadFile, { world, steps }: ScenarioFile): Promise<Player> {
  const start = engine.createWorld(world);
  await engine.prepare?.(scriptsOf(start, inputsOf(steps)), load);
  const each = playSteps(engine, start, steps, (step) => `file ${String(step)}`);
  return () => {
    try {
      const next = each.next();
      return next.done === true ? undefined : next.value;
    } catch (error) {
      if (error instanceof NotPlayed) return undefined;
      throw error;
    }
  };
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

async function playedAgain(
  engine: Engine,
  load: LoadFile,
  start: WorldFile,
  recorded: readonly ScenarioStep[],
): Promise<Player> {
  let world = engine.createWorld(start);
  const entries = recorded.map(again);
  await engine.prepare?.(scriptsOf(world, inputsOf(entries)), load);
  let step = 0;
  return (before): PlayedStep | undefined => {
    const entry = entries[step];
    if (entry === undefined) return undefined;
    step += 1;
    const { input, at } = entry;
    const isImpossible = impossibleStep(entry, world, step) !== null;
    const moment = at === undefined || isImpossible ? world.now : (parseMoment(at, world.now) ?? world.now);
    const command = `again ${String(step)}`;
    let taken: CommandResult | undefined;
    takeWithOwnAnswers(recorded[step - 1]?.answers ?? [], before?.events ?? [], (answers) => {
      const given = answers.length === 0 ? {} : { answers: [...answers] };
      taken = takeStep(engine, world, step, { id: command, input, isRecorded: true, ...given }, moment);
      return taken.step?.events ?? [];
    });
    world = taken?.world ?? world;
    const nothing = { step, command, at: '+0ms', input, seq: world.seq, events: [] };
    return taken?.step ?? { ...nothing, refused: coded('not-played-again', { step }) };
  };
}
