import type { ScenarioFile, ScenarioStep } from '../../src/scenario/format.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { FileProblem } from '../../src/scenario/problem.ts';

export const startsAt = '2026-03-02T09:00:00Z';

/** A scenario with nothing but what is required, and `world` over it. */
export function minimal(world: object = {}): ScenarioFile {
  return {
    format: 'rehearsal-scenario',
    version: 1,
    name: 'Minimal',
    world: { startsAt, ...world },
    steps: [],
  };
}

/** A help desk with one agent and no bot, and these steps. */
export function helpDesk(...steps: ScenarioStep[]): ScenarioFile {
  const world = {
    agents: [{ id: 1, name: 'Kari Nord', present: true }],
    channels: [{ id: 1, name: 'Help desk', members: [{ agent: 1, canRespond: true }] }],
  };
  return { ...minimal(world), name: 'Help desk', steps };
}

/** What is wrong with a file; nothing when it is taken. */
export function problemsOf(file: unknown): readonly FileProblem[] {
  const result = parseScenario(typeof file === 'string' ? file : JSON.stringify(file));
  return result.ok ? [] : result.problems;
}
