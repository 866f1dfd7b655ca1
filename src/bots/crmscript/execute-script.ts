import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import type { LibraryPart, MapValue, NativeContext } from '../../crmscript/library.ts';
import { run } from '../../crmscript/run.ts';
import { topOfScript } from '../../engine/top-of-script.ts';
import { botOf, countInto, memoryOf, type BotEnvironment } from './bot-environment.ts';
import { compileFailure } from './compile-failure.ts';
import { compileText, executedFile } from './executed-texts.ts';

/** As many calls as one script in another counts for; so deep can they nest in each other. */
const callsForEach = 95;

/**
 * Compiles and runs a text; what it prints is the result, and `getVariable` gives it the values. It shares
 * the budget, the chat and EventData of the script that runs it; what fails in it fails this script, too, at the
 * place inside (crm §11.7).
 */
function executeScript(context: NativeContext, source: string, values: MapValue): string {
  const bot = botOf(context);
  const { program, diagnostics, scripts } = compileText(context, bot, source);
  if (program === undefined)
    return inOtherLanguage(bot, source) ? refuseOther(context) : doesNotCompile(context, diagnostics);
  const printed: string[] = [];
  const { meter } = bot.call;
  const within = () =>
    bot.within(context, callsForEach, (limits) => {
      const environment = bot.inner(values.entries, scripts, context.site, (text) => {
        context.text(text.length);
        printed.push(text);
      });
      if (limits.calls === 0) return tooDeep(context);
      const observer = environment.observer();
      const result = run(program, {
        environment,
        before: meter,
        memory: memoryOf(bot.call),
        limits: { price: meter.limit, ...limits },
        ...(observer && { observer }),
      });
      countInto(meter, result);
      return result;
    });
  const { failure } = context.hold(printed, within);
  if (failure !== undefined) return context.failInside(failure);
  return printed.join('');
}

function doesNotCompile(context: NativeContext, diagnostics: readonly Diagnostic[]): never {
  const failure = compileFailure(executedFile, diagnostics);
  const { line, column, file: failed } = failure.span;
  const calls = [{ name: topOfScript, file: failed, line, column }];
  return context.failInside({ ...failure, calls, catchable: true });
}

/** Whether a text is a script of the world that is in JavaScript. */
const inOtherLanguage = ({ host }: BotEnvironment, source: string): boolean =>
  host
    .world()
    .folders.some(({ scripts }) =>
      scripts.some((script) => script.language === 'javascript' && script.source === source),
    );

const refuseOther = (context: NativeContext): never =>
  context.fail(
    'CompileError',
    'executeScript: this text is a script in JavaScript, and executeScript runs CRMScript. Port the script that calls it, or write this one in CRMScript.',
  );

const tooDeep = (context: NativeContext): never =>
  context.fail('CallDepthLimit', 'executeScript: too many texts run inside each other.');

export const executePart: LibraryPart = {
  functions: [
    {
      signature: 'String executeScript(String script, Map values)',
      differs: 'shares the budget of the script that runs it',
      run: executeScript,
    },
  ],
};
