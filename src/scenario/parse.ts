import * as v from 'valibot';
import { explain } from './explain.ts';
import type { ScenarioFile } from './format.ts';
import { problemLimit, type FileProblem } from './problem.ts';
import { referenceProblems } from './references.ts';
import { readJson } from './read-json.ts';
import { formatName, formatVersion, scenarioSchema } from './schema.ts';
import { versionProblems } from './version.ts';

export type ParseResult =
  | { readonly ok: true; readonly scenario: ScenarioFile }
  /** The first problems, at most twenty; nothing of the file is taken. */
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * The scenario that a text says, or everything that is wrong with it. A file is hostile until it has
 * come through here (ARCHITECTURE "Invariants", 10): size, depth, keys, schema, limits and references are checked
 * in that order, and nothing is imported in part.
 */
export function parseScenario(text: string): ParseResult {
  const read = readJson(text);
  return read.ok ? checkScenario(read.value) : read;
}

/** As `parseScenario`, for a value that has been read already. */
export function checkScenario(value: unknown): ParseResult {
  const foreign = formatProblem(value);
  if (foreign !== null) return { ok: false, problems: [foreign] };
  const result = v.safeParse(scenarioSchema, value);
  if (!result.success) return { ok: false, problems: explain(result.issues) };
  const scenario = result.output as ScenarioFile;
  const problems = [...versionProblems(scenario), ...referenceProblems(scenario)].slice(0, problemLimit);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario };
}

/** A file of another format or version gets one clear word, not a list of unknown fields. */
function formatProblem(value: unknown): FileProblem | null {
  const file = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const format = 'format' in file ? file.format : undefined;
  if (format !== formatName) {
    return {
      path: 'format',
      message: `This is not a scenario file: it does not say "format": "${formatName}".`,
    };
  }
  const version = 'version' in file ? file.version : undefined;
  if (version === 1 || version === formatVersion) return null;
  if (typeof version === 'number' && Number.isSafeInteger(version) && version > formatVersion) {
    const message =
      `This file was made by a newer version of Rehearsal (format ${String(version)}); this one reads up to ` +
      `${String(formatVersion)}. Update Rehearsal, or save the file again in format ${String(formatVersion)}.`;
    return { path: 'version', message };
  }
  return { path: 'version', message: `The version of the format must be 1 or ${String(formatVersion)}.` };
}
