import { expect, it } from 'vitest';
import { compile } from '../../src/crmscript/compile.ts';
import { newRecorder } from '../../src/crmscript/recorded.ts';
import { run } from '../../src/crmscript/run.ts';
import { toldPrograms } from './program-files.ts';
import { library, testEnvironment } from './run-source.ts';
import { watching } from './stopping.ts';

const recorder = () => newRecorder({ count: () => 0, note: () => undefined, keeper: (_name, run) => run });

it.each([...toldPrograms])(
  'runs %s in the same way when what its values are made of is recorded',
  (_name, source) => {
    const { program } = compile(source, { file: 'main', library });
    if (program === undefined) return;
    const ran = (recorded: boolean) => {
      const environment = testEnvironment();
      const observer = { ...watching(Infinity, () => undefined), ...(recorded && { recorder: recorder() }) };
      const result = run(program, { environment, observer });
      return { result, printed: environment.printed, hints: environment.hints };
    };
    expect(ran(true)).toEqual(ran(false));
  },
);
