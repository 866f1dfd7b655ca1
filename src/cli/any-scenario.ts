import { existsSync, readFileSync } from 'node:fs';
import type { ScenarioFile } from '../scenario/format.ts';
import { isLink, openLink, readLink } from '../scenario/open-link.ts';
import { parseScenario, type ParseResult } from '../scenario/parse.ts';
import { readText } from './files.ts';
import { sampleFile } from './own-files.ts';
import { problemLines } from './report.ts';
import { UsageError } from './terminal.ts';

/** The scenario in a file or a link that a person named, or a `UsageError` that says what is wrong with it. */
export function readAnyScenario(folder: string, named: string): ScenarioFile {
  const parsed = isLink(named) ? parseLink(named) : parseScenario(readText(folder, named));
  if (parsed.ok) return parsed.scenario;
  throw new UsageError(
    [`${shownName(named)} is not a scenario that can be played:`, ...problemLines(parsed.problems)].join(
      '\n',
    ),
  );
}

/** What a file or a link is called in what is printed: nobody reads a whole link. */
export const shownName = (named: string): string =>
  isLink(named) && named.length > 24 ? `${named.slice(0, 24)}…` : named;

function parseLink(text: string): ParseResult {
  const read = readLink(text);
  return read.ok
    ? openLink(read.link, read.link.sample === null ? null : sampleOnDisk(read.link.sample))
    : read;
}

function sampleOnDisk(name: string): string | null {
  const file = sampleFile(name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
