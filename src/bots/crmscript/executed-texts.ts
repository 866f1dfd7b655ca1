import { compile, type CompileResult } from '../../crmscript/compile.ts';
import type { NativeContext } from '../../crmscript/library.ts';
import type { Script } from '../../engine/definition.ts';
import { fileOf } from '../../engine/registration.ts';
import type { BotEnvironment, FileScripts } from './bot-environment.ts';
import { includedSource } from './included-source.ts';
import { perStep } from '../api/per-step.ts';

/** The name that errors give a script that came as text. */
export const executedFile = 'executeScript';

export type ExecutedText = CompileResult & { readonly scripts: FileScripts };

/** Compiling, in the worth of statements: for each text, for each character of it and what it includes, for each mistake. */
const priceOfText = 200;
const priceOfCharacter = 6;
const priceOfMistake = 200;

/** So many characters are kept compiled during a step. */
const mostKept = 256 * 1024;

type Kept = { readonly texts: Map<string, ExecutedText>; characters: number };
const kept = perStep((): Kept => ({ texts: new Map(), characters: 0 }));

/**
 * A text, compiled. The same text is compiled once in a step, where what can be included stays the same, and is paid for
 * once: by the step, not by how long this machine remembers it, so that the price is the same everywhere.
 */
export function compileText(context: NativeContext, bot: BotEnvironment, source: string): ExecutedText {
  const { meter } = bot.call;
  const ofStep = kept(meter, undefined);
  context.spend(priceOfText);
  context.work(16 * source.length);
  const known = ofStep.texts.get(source);
  if (known !== undefined) return known;
  context.spend(priceOfCharacter * source.length);
  const compiled = compileNow(bot, source);
  context.spend(
    priceOfCharacter * (compiled.characters - source.length) + priceOfMistake * compiled.diagnostics.length,
  );
  if (ofStep.characters + compiled.characters > mostKept) {
    ofStep.texts.clear();
    ofStep.characters = 0;
  }
  ofStep.texts.set(source, compiled);
  ofStep.characters += compiled.characters;
  return compiled;
}

function compileNow(bot: BotEnvironment, source: string): ExecutedText {
  const scripts = new Map<string, number>();
  const texts = new Map<string, Script>();
  const { library, counting } = bot.tools;
  const result = compile(source, {
    file: executedFile,
    library,
    counted: counting !== undefined,
    includes: (name) => {
      const found = bot.host.findInclude(name);
      if (found === undefined) return undefined;
      scripts.set(fileOf(found), found.id);
      texts.set(fileOf(found), found);
      return includedSource(found);
    },
  });
  if (counting !== undefined) {
    const itself = scriptOfText(bot, source);
    if (itself !== undefined) texts.set(executedFile, itself);
    counting.add(result.program, texts);
  }
  return { ...result, scripts };
}

/** The script of the world that a text is, if it is one: texts that are put together count for none. */
const scriptOfText = ({ host }: BotEnvironment, source: string): Script | undefined =>
  host
    .world()
    .folders.flatMap(({ scripts }) => scripts)
    .find((script) => script.source === source);
