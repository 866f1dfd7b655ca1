/** What does not hold: in which file and step, at which line of the file, from 1, and why. */
export type Failure = {
  readonly file: string;
  readonly step: number;
  readonly line: number;
  readonly message: string;
  /** The message in two, where it has both. */
  readonly expected?: string;
  readonly actual?: string;
};

/** What `replay --github` printed: the annotations among its lines are the failures. */
export function failuresIn(out: string): readonly Failure[] {
  return out.split(/\r?\n/).flatMap((line) => {
    const [, given = '', said = ''] = /^::error ([^]*?)::([^]*)$/.exec(line) ?? [];
    return given === '' ? [] : [failureOf(given, plain(said))];
  });
}

function failureOf(given: string, message: string): Failure {
  const properties = new Map(
    given.split(',').map((one) => {
      const [name = '', value = ''] = one.split(/=([^]*)/);
      return [name, plain(value)] as const;
    }),
  );
  const [, expected, actual] = /^Expected (.+?)\. (?=[A-Z])([^]+)$/.exec(message) ?? [];
  return {
    file: properties.get('file') ?? '',
    step: Number(/: step (\d+)$/.exec(properties.get('title') ?? '')?.[1] ?? 0),
    line: Number(properties.get('line') ?? 1),
    message,
    ...(expected !== undefined && actual !== undefined && { expected, actual }),
  };
}

const escapes: Readonly<Record<string, string>> = { '25': '%', '0D': '\r', '0A': '\n', '3A': ':', '2C': ',' };

/** Without what protects a text in an annotation. */
const plain = (text: string): string =>
  text.replaceAll(/%(25|0D|0A|3A|2C)/g, (found, code: string) => escapes[code] ?? found);
