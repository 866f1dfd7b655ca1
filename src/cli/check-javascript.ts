import type { Diagnostic } from '../crmscript/diagnostic.ts';
import { createJavaScriptHelp, type JavaScriptHelp } from '../bots/javascript-help.ts';
import type { World } from '../engine/world.ts';
import { typeFiles } from './type-files.ts';

let help: JavaScriptHelp | undefined;

/** What is wrong with a script in JavaScript or TypeScript. TypeScript's compiler comes with it. */
export function checkJavaScript(
  world: World,
  source: string,
  file: string,
  script?: number,
): readonly Diagnostic[] {
  help ??= createJavaScriptHelp(typeFiles());
  return help.check(world, source, file, script);
}
