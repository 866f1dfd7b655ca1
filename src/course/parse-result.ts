import { problemLimit, type FileProblem } from '../scenario/problem.ts';
import { readJson } from '../scenario/read-json.ts';
import { formatIn, formatProblem, readAs, scenarioAt } from './read-file.ts';
import type { ResultFile } from './result.ts';
import { readableResult, readableResults, resultFormat, resultsFormat } from './schema.ts';

export type ParsedResults =
  | { readonly ok: true; readonly results: readonly ResultFile[] }
  /** The first problems, at most twenty; nothing of the file is taken. */
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** The results in a text, of one lesson or of several, or everything that is wrong with it. Whether they are true is not asked. */
export function parseResults(text: string): ParsedResults {
  const read = readJson(text);
  return read.ok ? checkResults(read.value) : read;
}

/** As `parseResults`, for a value that has been read already. */
export function checkResults(value: unknown): ParsedResults {
  const isMany = formatIn(value) === resultsFormat;
  const format = isMany ? resultsFormat : resultFormat;
  const foreign = formatProblem(value, { format, what: 'a result of a lesson' });
  if (foreign !== null) return { ok: false, problems: [foreign] };
  const read = isMany ? readAs(readableResults, value) : readAs(readableResult, value);
  if (!read.ok) return read;
  const { output } = read;
  const found =
    'results' in output
      ? output.results.map((one, index) => withScenario(one, `results[${String(index)}].scenario`))
      : [withScenario(output, 'scenario')];
  const problems = found.flatMap((one) => one.problems);
  return problems.length > 0
    ? { ok: false, problems: problems.slice(0, problemLimit) }
    : { ok: true, results: found.map(({ result }) => result) };
}

function withScenario(
  given: Omit<ResultFile, 'scenario'> & { readonly scenario: unknown },
  path: string,
): { readonly result: ResultFile; readonly problems: readonly FileProblem[] } {
  const { scenario, problems } = scenarioAt(path, given.scenario);
  return { result: { ...given, scenario } as ResultFile, problems };
}
