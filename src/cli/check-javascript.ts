import type { Diagnostic } from '../crmscript/diagnostic.ts';
import { createJavaScriptHelp, type JavaScriptHelp } from '../bots/javascript-help.ts';
import type { FormatOptions, FormattedEdits } from '../crmscript/format.ts';
import type { World } from '../engine/world.ts';
import { typeFiles } from './type-files.ts';

let help: JavaScriptHelp | undefined;
const known = (): JavaScriptHelp => (help ??= createJavaScriptHelp(typeFiles()));

/** What is wrong with a script in JavaScript or TypeScript. TypeScript's compiler comes with it. */
export function checkJavaScript(
  world: World,
  source: string,
  file: string,
  script?: number,
): readonly Diagnostic[] {
  return known().check(world, source, file, script);
}

/** What formats such a script. */
export const formatJavaScript = (source: string, options: FormatOptions): FormattedEdits =>
  known().format(source, options);
