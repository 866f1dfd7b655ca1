import { parseArgs } from 'node:util';
import { UsageError } from './terminal.ts';

type Kind = 'flag' | 'value' | 'values';
type Spec = Readonly<Record<string, Kind>>;

/** What a command was called with: the files, and each option's value. */
export type Called = {
  readonly files: readonly string[];
  readonly has: (option: string) => boolean;
  readonly value: (option: string) => string | undefined;
  readonly values: (option: string) => readonly string[];
};

/** Reads the arguments of a command. An option that it does not know is an error, never a file. */
export function readArguments(command: string, args: readonly string[], spec: Spec): Called {
  const options = Object.fromEntries(
    Object.entries(spec).map(([name, kind]) => [
      name,
      kind === 'flag' ? { type: 'boolean' as const } : { type: 'string' as const, multiple: true },
    ]),
  );
  const { values, positionals } = parse(command, args, options);
  const valuesOf = (option: string): readonly string[] => {
    const given = values[option];
    return Array.isArray(given) ? given.filter((item) => typeof item === 'string') : [];
  };
  for (const [name, kind] of Object.entries(spec)) {
    if (kind === 'value' && valuesOf(name).length > 1) throw new UsageError(`--${name} was given twice.`);
  }
  // An empty variable of a shell would name the folder that one is in.
  if (positionals.includes('')) throw new UsageError(`${command}: one of the files has no name.`);
  return {
    files: positionals,
    has: (option) => values[option] === true,
    value: (option) => valuesOf(option)[0],
    values: valuesOf,
  };
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function parse(command: string, args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    const reason = (error instanceof Error ? error.message : String(error)).split('. ')[0] ?? '';
    throw new UsageError(`${command}: ${reason}. Its options are: ${known.join(', ')}.`);
  }
}
