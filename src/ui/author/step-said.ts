import type { ScenarioStep } from '../../scenario/format.ts';
import type { Cast } from '../checks/cast.ts';
import { inputSentence } from '../explore/input-sentence.ts';
import { agentName, customerName } from '../names.ts';

/** What happens in a step, in a sentence: `Ada writes “human”`. */
export function stepSaid({ input }: Pick<ScenarioStep, 'input'>, cast: Cast): string {
  const session = 'session' in input ? cast.sessions.get(input.session ?? 0) : undefined;
  const customer = session === undefined ? '' : customerName(session);
  const kind = input.type.split('.')[0];
  const agent = kind === 'agent' && 'agent' in input && typeof input.agent === 'number' ? input.agent : null;
  const comes =
    input.type === 'customer.connects' ? (input.customer?.name ?? input.customer?.alias ?? '') : '';
  const doer =
    agent !== null
      ? ({ kind: 'agent', name: agentName(cast, agent) } as const)
      : kind === 'customer'
        ? ({ kind: 'customer', name: comes === '' ? customer : comes } as const)
        : ({ kind: 'admin', name: '' } as const);
  const { who, does, quote } = inputSentence(input, doer, customer);
  return [who, does, quote].filter((part) => part !== '').join(' ');
}
