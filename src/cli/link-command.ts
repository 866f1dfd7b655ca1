import { encodeLink } from '../scenario/link.ts';
import { linkMeter } from '../scenario/link-meter.ts';
import { releasedSamples } from '../scenario/released-samples.ts';
import { inMebibytes, limits } from '../scenario/limits.ts';
import { secretsIn, type Secret } from '../scenario/secrets.ts';
import { readAnyScenario, shownName } from './any-scenario.ts';
import { readArguments } from './options.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** `link FILE`: prints the fragment that holds the scenario, to be put behind the address of the app, and nothing else. */
export function linkCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const [file, ...others] = readArguments('link', args, {}).files;
  if (file === undefined || others.length > 0) throw new UsageError('link: name one scenario file.');
  const scenario = readAnyScenario(terminal.folder, file);
  const { length, verdict } = linkMeter(scenario, releasedSamples);
  if (verdict === 'tooLong') {
    terminal.err(
      `${shownName(file)} would be a link of ${String(length)} characters. A link may have ${String(limits.linkCharacters)} ` +
        `and hold ${inMebibytes(limits.linkBytes)}: send the file instead.\n`,
    );
    return 1;
  }
  const secrets = secretsIn(scenario);
  if (secrets.length > 0) terminal.err(warning(secrets));
  terminal.out(`${encodeLink(scenario, releasedSamples)}\n`);
  return 0;
}

/** Whoever has the link can read all of it. */
function warning(secrets: readonly Secret[]): string {
  const lines = secrets.map(({ path, preview }) => `  ${path}${preview === '' ? '' : ` ${preview}`}\n`);
  return `Whoever has this link can read what may be secret in it:\n${lines.join('')}`;
}
