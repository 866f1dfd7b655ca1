import { countScripts } from '../../bots/count-scripts.ts';
import { createPatternMatcher } from '../../bots/pattern-matcher.ts';
import { createWorld } from '../../engine/create-world.ts';
import type { CoverageReport, CoverageRequest } from '../../protocol/coverage.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { replay } from '../../scenario/replay.ts';
import { coverageOf, mergeCoverage, noCoverage, type Coverage } from '../../testing/coverage.ts';
import {
  branchShare,
  diagramOf,
  linesOf,
  neverUsed,
  statementShare,
} from '../../testing/measure-coverage.ts';
import { inPresentWorld } from '../../testing/present-world.ts';
import { scenarioOf } from '../../testing/test.ts';
import type { LoadJavaScript } from '../scripts/javascript-part.ts';
import { inputsOf } from '../write/play-steps.ts';
import type { LoadFile } from '../ports.ts';
import { ScriptLanguages } from '../scripts/script-languages.ts';
import { scriptsOf } from '../scripts/script-sources.ts';

/** Plays what is asked for from its beginning and counts what it makes use of. */
export async function cover(
  request: CoverageRequest,
  load: LoadFile,
  loadJavaScript?: LoadJavaScript,
): Promise<CoverageReport> {
  const { files, unread } = filesOf(request);
  const languages = new ScriptLanguages(loadJavaScript);
  let coverage = noCoverage;
  for (const file of files) coverage = mergeCoverage(coverage, await coverageOfFile(file, languages, load));
  return { unread, ...reportOf(coverage) };
}

function filesOf(request: CoverageRequest): {
  readonly files: readonly ScenarioFile[];
  readonly unread: number;
} {
  if (request.by === 'conversation') return { files: [request.conversation], unread: 0 };
  const files: ScenarioFile[] = [];
  for (const test of request.tests) {
    const read = scenarioOf(test);
    if (!read.ok) continue;
    const { scenario } = read;
    const world =
      test.runsWith === 'own' ? scenario.world : inPresentWorld(scenario.world, request.present).world;
    files.push({ ...scenario, world });
  }
  return { files, unread: request.tests.length - files.length };
}

async function coverageOfFile(
  file: ScenarioFile,
  languages: ScriptLanguages,
  load: LoadFile,
): Promise<Coverage> {
  await languages.prepare(scriptsOf(createWorld(file.world), inputsOf(file.steps)), load);
  const { runScript, hits } = languages.running(countScripts);
  const { events, world } = replay(file, runScript, { matcher: createPatternMatcher().matches });
  return coverageOf({ start: file.world, events, world, hits: hits(world.folders) });
}

const reportOf = ({ runs, scripts, transitions, settings }: Coverage): Omit<CoverageReport, 'unread'> => ({
  runs,
  scripts: scripts.map((script) => {
    const { folder, name, includeName, language, source } = script;
    return {
      folder,
      name,
      includeName,
      language,
      source,
      statements: statementShare(script),
      branches: branchShare(script),
      lines: linesOf(script),
    };
  }),
  diagram: diagramOf(transitions),
  neverUsed: neverUsed(settings),
});
