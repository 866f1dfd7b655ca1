import * as v from 'valibot';
import { explain } from '../explain.ts';
import { limits } from '../limits.ts';
import type { FileProblem } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { listOf, object } from '../schema-shapes.ts';
import { id, name } from '../schema-values.ts';
import { languageAt, plainPath, type Path } from './paths.ts';

/** A script that a folder and a world had in common at the last exchange. */
export type Exchanged = {
  readonly path: Path;
  /** Its number in the world. */
  readonly script: number;
  readonly folder: string;
  readonly name: string;
  /** Of its text: `sumOf`. */
  readonly sum: string;
};

/** What a folder and a world had in common at the last exchange. */
export type Exchange = readonly Exchanged[];

const formatName = 'rehearsal-script-folder';

const isOfScript = (written: string): boolean =>
  languageAt(written) !== undefined && !/(?:^|\/)\./.test(written);

const path = v.pipe(
  v.string(),
  v.check((written) => plainPath(written) === written, 'is no path within the folder'),
  // Somebody else may have written this: no other file is ever given the text of a script.
  v.check(isOfScript, 'is no path of a script'),
);

export const exchangedSchema = object({
  path,
  script: id,
  folder: name,
  name,
  sum: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
});

const schema = object({
  format: v.literal(formatName),
  version: v.literal(1),
  scripts: listOf(exchangedSchema, limits.scripts),
});

export type ExchangeResult =
  | { readonly ok: true; readonly exchange: Exchange }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Reads the file in which the command line keeps an exchange. */
export function parseExchange(text: string): ExchangeResult {
  const read = readJson(text);
  if (!read.ok) return read;
  const found = v.safeParse(schema, read.value);
  return found.success
    ? { ok: true, exchange: found.output.scripts }
    : { ok: false, problems: explain(found.issues) };
}

/** That file: a line a script, in the order of their paths, so that git shows what changed and merges the rest. */
export function writeExchange(exchange: Exchange): string {
  const lines = [...exchange]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path: at, script, folder, name: called, sum }) =>
      JSON.stringify({ path: at, script, folder, name: called, sum }),
    );
  const head = `{ "format": "${formatName}", "version": 1, "scripts": [`;
  return lines.length === 0 ? `${head}] }\n` : `${head}\n${lines.join(',\n')}\n] }\n`;
}
