import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { languageOfFile } from '../bots/script-language.ts';
import type { FormatOptions, TextEdit } from '../crmscript/format.ts';
import { diagnosticLine } from './diagnostic-lines.ts';
import { filesNamed, readScript, writeText } from './files.ts';
import { readArguments } from './options.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';

/**
 * `format FILE… [--check] [--indent N|tab] [--width N]`: writes scripts in one style, and prints the names of those that changed. Of a folder all
 * scripts in it are meant. What cannot be read is left as it is, which standard error says by file and line. With `--check` nothing is written,
 * and it fails when something would be.
 */
export function formatCommand(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const called = readArguments('format', args, { check: 'flag', indent: 'value', width: 'value' });
  const { folder, out, err } = terminal;
  if (called.files.length === 0) throw new UsageError('format: name at least one script file or folder.');
  const options: FormatOptions = {
    indent: readIndent(called.value('indent') ?? '2'),
    width: readNumber('width', called.value('width') ?? '120', 20, 1000),
  };
  const files = filesNamed(folder, called.files);
  let failed = false;
  // All are read before the first is written: a name that is wrong leaves every file as it is.
  const sources = files.map((file) => ({ file, source: readScript(folder, file) }));
  for (const { file, source } of sources) {
    const found = languages.formatScript(source, languageOfFile(file), options);
    if (found.kind === 'refused') {
      err(`${diagnosticLine({ ...found.error, span: { ...found.error.span, file } })}\n`);
      failed = true;
    } else if (found.edits.length > 0) {
      if (called.has('check')) failed = true;
      else if (readScript(folder, file) !== source) {
        err(`${file} was changed meanwhile, and was left as it is. Format it again.\n`);
        failed = true;
        continue;
      } else writeText(folder, file, edited(readFileSync(resolve(folder, file)), source, found.edits));
      out(`${file}\n`);
    }
  }
  return failed ? 1 : 0;
}

function readIndent(given: string): string {
  return given === 'tab' ? '\t' : ' '.repeat(readNumber('indent', given, 1, 8));
}

function readNumber(option: string, given: string, least: number, most: number): number {
  const number = /^\d+$/.test(given) ? Number(given) : NaN;
  if (number >= least && number <= most) return number;
  const wanted = `a number from ${String(least)} to ${String(most)}`;
  throw new UsageError(`--${option} ${given}: it takes ${wanted}${option === 'indent' ? ', or tab' : ''}.`);
}

/** A file's bytes with edits in its text, in the encoding that it has. */
function edited(bytes: Uint8Array, source: string, edits: readonly TextEdit[]): Uint8Array {
  const text = edits.reduceRight(
    (all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end),
    source,
  );
  if (!isUtf8(bytes))
    return Uint8Array.from(Array.from(text, (character) => windowsBytes.get(character) ?? 0));
  const hasMark = byteOrderMark.every((byte, index) => bytes[index] === byte);
  return Uint8Array.from([...(hasMark ? byteOrderMark : []), ...new TextEncoder().encode(text)]);
}

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Each character of the code page of Windows, in which older scripts are kept, by itself: edits bring no others. */
const windowsBytes: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte): [string, number] => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
