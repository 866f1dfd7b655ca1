import { resolve } from 'node:path';
import { createWorld } from '../../engine/create-world.ts';
import { findScript } from '../../engine/registration.ts';
import type { RunScript } from '../../engine/script-call.ts';
import type { World } from '../../engine/world.ts';
import type { ScenarioStep } from '../../scenario/format.ts';
import { isLink } from '../../scenario/open-link.ts';
import { readAnyScenario } from '../any-scenario.ts';
import { readText } from '../files.ts';
import { programFor, mainScript } from '../script-program.ts';
import { linesOfJson } from '../lines-of-json.ts';
import { scriptsFrom } from '../scripts-from.ts';
import { ScriptFiles } from '../script-files.ts';
import type { Languages } from '../terminal.ts';
import { RequestError, type RequestArguments } from './request-arguments.ts';

/** What is to be played, and where its texts lie. */
export type LaunchedSession = {
  readonly name: string;
  /** Whether it is a scenario, which has a verdict, or one script. */
  readonly kind: 'scenario' | 'script';
  readonly world: World;
  readonly steps: readonly ScenarioStep[];
  /** The revision of the rules that the scenario was saved with. */
  readonly rules?: number | undefined;
  readonly runScript: RunScript;
  /** The file of the scenario, and the lines of what stands in it. */
  readonly file?: { readonly path: string; readonly lineOf: (path: string) => number } | undefined;
  /** The file that has a script of the world; undefined for one that stands in the scenario alone. */
  readonly fileOf: (script: number, name: string) => string | undefined;
  /** The one step that is stopped in; each, where nothing is said. */
  readonly step?: number | undefined;
  readonly stopsOnEntry: boolean;
  /** It is to run without breakpoints. */
  readonly isRun: boolean;
};

/**
 * What the arguments of `launch` name (scenario.md "The command line"): a scenario, or one script. Paths count from `folder`. `now` is the moment
 * at which a script is run on its own. @throws RequestError, UsageError
 */
export function launched(
  given: RequestArguments,
  folder: string,
  languages: Languages,
  now: string,
): LaunchedSession {
  const scenario = given.maybeText('scenario');
  const script = given.maybeText('script');
  if (scenario !== undefined && script !== undefined)
    throw new RequestError('launch: “scenario” and “script” were both given. Name one of them.');
  const how = { stopsOnEntry: given.flag('stopOnEntry'), isRun: given.flag('noDebug') };
  if (scenario !== undefined) return { ...scenarioOf(given, scenario, folder, languages), ...how };
  if (script !== undefined) return { ...scriptOf(given, script, folder, languages, now), ...how };
  throw new RequestError('launch: name a “scenario” or a “script”.');
}

type Played = Omit<LaunchedSession, 'stopsOnEntry' | 'isRun'>;

function scenarioOf(given: RequestArguments, named: string, folder: string, languages: Languages): Played {
  const read = readAnyScenario(folder, named);
  const dir = given.maybeText('scripts');
  const { scenario, files } =
    dir === undefined ? { scenario: read, files: undefined } : scriptsFrom(read, folder, dir);
  const step = given.maybeNumber('step');
  if (step !== undefined && (step < 1 || step > scenario.steps.length))
    throw new RequestError(
      `launch: there is no step ${String(step)}; “${scenario.name}” has ${String(scenario.steps.length)}.`,
    );
  return {
    name: scenario.name,
    kind: 'scenario',
    world: createWorld(scenario.world),
    steps: scenario.steps,
    rules: scenario.rules,
    runScript: languages.createRunScript(),
    file: isLink(named)
      ? undefined
      : { path: resolve(folder, named), lineOf: linesOfJson(readText(folder, named)) },
    fileOf: (id) => files?.get(id)?.path,
    step,
  };
}

function scriptOf(
  given: RequestArguments,
  file: string,
  folder: string,
  languages: Languages,
  now: string,
): Played {
  const program = programFor(file, new ScriptFiles(folder, { includes: given.texts('include') }), {
    startsAt: now,
  });
  const { world } = program;
  const run = languages.createRunScript();
  return {
    name: file,
    kind: 'script',
    world,
    steps: [
      {
        input: {
          type: 'admin.runsScript',
          script: mainScript,
          inputValues: given.has('inputValues') ? given.textsByName('inputValues') : {},
        },
      },
    ],
    // What is included only by a text that is run is found then.
    runScript: (call) =>
      run({
        ...call,
        host: { ...call.host, findInclude: (name) => call.host.findInclude(name) ?? program.findLater(name) },
      }),
    fileOf: (id, name) => {
      if (id === mainScript) return resolve(folder, file);
      const known = findScript(world.folders, id)?.name ?? name;
      return known === '' ? undefined : resolve(folder, program.fileOf(known));
    },
  };
}
