import { createJavaScriptHelp, type JavaScriptHelp } from '../../../src/bots/javascript-help.ts';
import { typeFiles } from '../../../src/cli/type-files.ts';
import type { HelpKind } from '../../../src/crmscript/complete.ts';
import type { FormatOptions, FormattedEdits } from '../../../src/crmscript/format.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { ScriptFile } from '../../../src/engine/definition.ts';

let help: JavaScriptHelp | undefined;
/** One for all tests of a file: TypeScript reads its own declarations once. */
const known = (): JavaScriptHelp => (help ??= createJavaScriptHelp(typeFiles()));

/** A script in JavaScript, and others beside it by their names. */
function worldWith(source: string, others: Readonly<Record<string, string>>, name: string) {
  const scripts: ScriptFile[] = [{ id: 1, name, language: 'javascript', source }];
  for (const [other, text] of Object.entries(others)) {
    const language = other.endsWith('.crm') ? 'crmscript' : 'javascript';
    scripts.push({ id: scripts.length + 1, name: other.replace(/\.crm$/, ''), language, source: text });
  }
  return createWorld({ startsAt: '2026-03-02T09:00:00Z', folders: [{ id: 1, name: 'Bot', scripts }] });
}

/** What is wrong with a script; `others` are scripts that it may include, `x.crm` is one in CRMScript. */
export const check = (source: string, others: Readonly<Record<string, string>> = {}, name = 'main') =>
  known().check(worldWith(source, others, name), source, name);

/** The same as `line:column severity code`. */
export const checked = (source: string, others: Readonly<Record<string, string>> = {}, name = 'main') =>
  check(source, others, name).map(
    ({ span, severity, code }) => `${String(span.line)}:${String(span.column)} ${severity} ${code}`,
  );

/** What formats a script, or why nothing does. */
export const formatJavaScript = (source: string, options?: FormatOptions): FormattedEdits =>
  known().format(source, options);

/** A script whose one problem of a kind was mended by its fix. */
export function fixed(source: string, code: string): string {
  const found = check(source).find((one) => one.code === code && one.fix !== undefined);
  const { fix } = found ?? {};
  if (fix === undefined) throw new Error(`Nothing mends ${code}.`);
  return source.slice(0, fix.start) + fix.text + source.slice(fix.end);
}

/** What is said about the place of `|` in a script. */
export function asked(
  kind: HelpKind,
  written: string,
  others: Readonly<Record<string, string>> = {},
  name = 'main',
) {
  const offset = written.indexOf('|');
  const source = written.slice(0, offset) + written.slice(offset + 1);
  return known().assist(worldWith(source, others, name), { kind, script: 1, source, offset });
}
