import { HostFailure } from '../../../src/javascript/javascript.ts';
import { runJavaScript } from '../../support/javascript.ts';
import type { HostileProgram, Outcome } from './programs.ts';

/** What becomes of a program, with a host that gives back what it gets. */
export async function outcomeOf(
  { source }: HostileProgram,
  bounds: { limit: number; memory?: number },
): Promise<Outcome> {
  const { failure, printed } = await runJavaScript(source, {
    ...bounds,
    host: {
      echo: ([value]) => value ?? null,
      fail: () => {
        throw new HostFailure('no');
      },
    },
  });
  return failure?.kind ?? { prints: printed.map((line) => line.replace(/^\w+: /, '')).join('\n') };
}
