import type { Input } from '../../engine/inputs.ts';
import type { Lesson } from '../../protocol/course-api.ts';
import type { Doer } from '../../protocol/exploring.ts';
import { inputSentence } from '../explore/input-sentence.ts';

/** What a solution does besides saving scripts, in sentences. */
export function solvedSteps({ seed, start, solution }: Lesson): readonly string[] {
  const steps = solution?.steps ?? [];
  const names = steps.flatMap(({ input }) =>
    input.type === 'customer.connects' ? [input.customer?.name ?? input.customer?.alias ?? ''] : [],
  );
  const agents = new Map((seed.world.agents ?? []).map(({ id, name }) => [id, name]));
  const nameOf = (session: number): string => names[session - 1] ?? '';
  let came = steps.slice(0, start).filter(({ input }) => input.type === 'customer.connects').length;
  return steps.slice(start).flatMap(({ input }) => {
    if (input.type === 'customer.connects') came += 1;
    const doer = doerOf(input, came, nameOf, agents);
    return input.type === 'admin.savesScript' || doer === null ? [] : [sentenceOf(input, doer, nameOf)];
  });
}

function doerOf(
  input: Input,
  came: number,
  nameOf: (session: number) => string,
  agents: ReadonlyMap<number, string>,
): Doer | null {
  if (input.type === 'customer.connects') return { kind: 'customer', name: nameOf(came) };
  if (input.type.startsWith('customer.') && 'session' in input) {
    const session = input.session ?? 0;
    return { kind: 'customer', name: nameOf(session) };
  }
  if (input.type.startsWith('agent.') && 'agent' in input && typeof input.agent === 'number')
    return { kind: 'agent', name: agents.get(input.agent) ?? '' };
  return { kind: 'admin', name: '' };
}

function sentenceOf(input: Input, doer: Doer, nameOf: (session: number) => string): string {
  const about = 'session' in input && doer.kind === 'agent' ? nameOf(input.session ?? 0) : '';
  const { who, does, quote } = inputSentence(input, doer, about);
  return [who, does, quote].filter((part) => part !== '').join(' ');
}
