import { compile } from '../crmscript/compile.ts';
import type { LibraryPart, MapValue, NativeContext } from '../crmscript/library.ts';
import { run } from '../crmscript/run.ts';
import { botOf, memoryOf } from './bot-environment.ts';

/** The name that errors give a script that came as text. */
const file = 'executeScript';

/** As many calls as one script in another counts for; so deep can they nest in each other. */
const callsForEach = 95;

/**
 * Compiles and runs a text; what it prints is the result, and `getVariable` gives it the values. It shares
 * the budget, the chat and EventData of the script that runs it; what fails in it fails here (crm §11.7).
 */
function executeScript(context: NativeContext, source: string, values: MapValue): string {
  const bot = botOf(context);
  context.work(64 * source.length);
  const { program, diagnostics } = compile(source, {
    file,
    library: bot.library,
    includes: (name) => {
      const found = bot.host.findInclude(name);
      return found && { file: found.includeName || found.name, source: found.source };
    },
  });
  if (program === undefined) {
    const error = diagnostics.find(({ severity, runs }) => severity === 'error' && runs !== true);
    const place = error === undefined ? '' : `${String(error.span.line)}:${String(error.span.column)} `;
    return context.fail('CompileError', `executeScript: ${place}${error?.message ?? ''}`);
  }
  const printed: string[] = [];
  const { meter } = bot.call;
  const within = () =>
    bot.within(context, callsForEach, (limits) => {
      const environment = bot.inner(values.entries, (text) => {
        context.text(text.length);
        printed.push(text);
      });
      if (limits.calls === 0) return tooDeep(context);
      const watch = environment.watch();
      const result = run(program, {
        environment,
        statementsBefore: meter.used,
        memory: memoryOf(meter),
        limits: { statements: meter.limit, ...limits },
        ...(watch && { watch }),
      });
      meter.used = result.statements;
      return result;
    });
  const { failure } = context.hold(printed, within);
  if (failure !== undefined) return context.fail(failure.kind, failure.text);
  return printed.join('');
}

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
