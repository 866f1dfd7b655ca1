import { createHash } from 'node:crypto';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from '../crmscript/diagnostic.ts';
import { levelOf, sarifRule } from './sarif-rules.ts';

/*
 * What is wrong with scripts as a log in SARIF 2.1.0 (OASIS), the form in which GitHub, Azure DevOps and editors take what
 * a checker has found. Columns and offsets count UTF-16 code units, as everywhere here.
 */

/** The file that holds a script: its text, or, of a script that stands in a scenario, the line of it there. */
export type ScriptFile =
  | { readonly file: string; readonly document: TextDocument }
  | { readonly file: string; readonly script: string; readonly line: number };

type Options = {
  readonly version: string;
  /** The folder that the addresses of files count from. */
  readonly folder: string;
  /** Where the script is that a diagnostic names. */
  readonly fileOf: (named: string) => ScriptFile;
};

/** A log of one run, in which each code is a rule. What is found nowhere any more is closed by whoever reads it. */
export function sarif(diagnostics: readonly Diagnostic[], { version, folder, fileOf }: Options): string {
  const rules = new Map<string, Diagnostic>();
  for (const found of diagnostics) if (!rules.has(found.code)) rules.set(found.code, found);
  const order = [...rules.keys()];
  const fingerprint = fingerprints();
  const results = diagnostics.map((found) => {
    const file = fileOf(found.span.file);
    const artifactLocation = { uri: addressOf(file.file, folder) };
    return {
      ruleId: found.code,
      ruleIndex: order.indexOf(found.code),
      level: levelOf(found),
      message: { text: found.message },
      locations: [locationOf(found, file, artifactLocation)],
      partialFingerprints: { primaryLocationLineHash: fingerprint(found, file) },
      ...fixesOf(found, file, artifactLocation),
    };
  });
  const driver = {
    name: 'Rehearsal',
    version,
    semanticVersion: version,
    rules: [...rules.values()].map(sarifRule),
  };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true }],
    results,
  };
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

type Artifact = { readonly uri: string };

/** In a scenario the line is known and no more; where in the script it is, is said besides. */
function locationOf({ span }: Diagnostic, file: ScriptFile, artifactLocation: Artifact) {
  if ('document' in file)
    return { physicalLocation: { artifactLocation, region: regionOf(file.document, span) } };
  return {
    physicalLocation: { artifactLocation, region: { startLine: file.line } },
    logicalLocations: [{ name: file.script, fullyQualifiedName: span.file, kind: 'module' }],
    message: { text: `Line ${String(span.line)}, column ${String(span.column)} of “${file.script}”.` },
  };
}

/** `charOffset` says the same as lines and columns, for those who would rather count. */
function regionOf(document: TextDocument, { start, end }: { readonly start: number; readonly end: number }) {
  const [from, to] = [document.positionAt(start), document.positionAt(end)];
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
    charOffset: start,
    charLength: end - start,
  };
}

function fixesOf({ fix }: Diagnostic, file: ScriptFile, artifactLocation: Artifact) {
  if (fix === undefined || !('document' in file)) return {};
  const replacement = {
    deletedRegion: regionOf(file.document, fix),
    ...(fix.text !== '' && { insertedContent: { text: fix.text } }),
  };
  const artifactChanges = [{ artifactLocation, replacements: [replacement] }];
  return { fixes: [{ description: { text: fix.label }, artifactChanges }] };
}

/** Relative, as an address: `my%20bot/a.crmscript`. What lies outside of the folder has its whole one. */
function addressOf(file: string, folder: string): string {
  const path = resolve(folder, file);
  const inside = relative(folder, path);
  if (inside.startsWith('..') || isAbsolute(inside)) return pathToFileURL(path).href;
  return inside.split(sep).map(encodeURIComponent).join('/');
}

/**
 * What tells a finding from others after lines were added above it: its code and the text of its line, without space, and the
 * how manieth such line of the file it is.
 */
function fingerprints(): (found: Diagnostic, file: ScriptFile) => string {
  const seen = new Map<string, number>();
  return ({ code, message, span }, file) => {
    const about = 'document' in file ? lineAt(file.document, span.start) : `${file.script} ${message}`;
    const hash = createHash('sha256')
      .update(`${code} ${about.replace(/\s+/g, '')}`)
      .digest('hex')
      .slice(0, 16);
    const key = `${file.file} ${hash}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${hash}:${String(count)}`;
  };
}

function lineAt(document: TextDocument, offset: number): string {
  const { line } = document.positionAt(offset);
  return document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
}
