import * as v from 'valibot';
import { explain } from './explain.ts';
import type { ScenarioFile } from './format.ts';
import type { Problem } from './problem.ts';
import { referenceProblems } from './references.ts';
import { scanJson } from './scan-json.ts';
import { formatName, formatVersion, scenarioSchema } from './schema.ts';

const sizeLimit = 10 * 1024 * 1024;

export type ParseResult =
  | { readonly ok: true; readonly scenario: ScenarioFile }
  /** The first problems, at most twenty; nothing of the file is taken. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The scenario that a text says, or everything that is wrong with it. A file is hostile until it has
 * come through here (design invariant 10): size, depth, keys, schema, limits and references are checked
 * in that order, and nothing is imported in part.
 */
export function parseScenario(text: string): ParseResult {
  if (byteLength(text) > sizeLimit) return refusal('This file is larger than 10 MiB. Make it smaller.');
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (plain.trim() === '') return refusal('This file is empty. A scenario file is JSON.');
  const scanned = scanJson(plain);
  if (scanned.length > 0) return { ok: false, problems: scanned };
  return checkScenario(JSON.parse(plain) as unknown);
}

/** As `parseScenario`, for a value that has been read already. */
export function checkScenario(value: unknown): ParseResult {
  const foreign = formatProblem(value);
  if (foreign !== null) return { ok: false, problems: [foreign] };
  const result = v.safeParse(scenarioSchema, value);
  if (!result.success) return { ok: false, problems: explain(result.issues) };
  const scenario = result.output as ScenarioFile;
  const problems = referenceProblems(scenario);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario };
}

const refusal = (message: string): ParseResult => ({ ok: false, problems: [{ path: '', message }] });

/** A file of another format or version gets one clear word, not a list of unknown fields. */
function formatProblem(value: unknown): Problem | null {
  const file = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const format = 'format' in file ? file.format : undefined;
  if (format !== formatName) {
    return {
      path: 'format',
      message: `This is not a scenario file: it does not say "format": "${formatName}".`,
    };
  }
  const version = 'version' in file ? file.version : undefined;
  if (version === formatVersion) return null;
  if (typeof version === 'number' && Number.isSafeInteger(version) && version > formatVersion) {
    const message =
      `This file was made by a newer version of Rehearsal (format ${String(version)}); this one reads up to ` +
      `${String(formatVersion)}. Update Rehearsal, or save the file again in format ${String(formatVersion)}.`;
    return { path: 'version', message };
  }
  return { path: 'version', message: `The version of the format must be ${String(formatVersion)}.` };
}

/** Bytes of the text in UTF-8, counted no further than needed. */
function byteLength(text: string): number {
  if (text.length > sizeLimit || text.length * 3 <= sizeLimit) return text.length;
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return bytes;
}
