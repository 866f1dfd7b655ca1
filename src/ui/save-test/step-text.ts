import type { World } from '../../engine/world.ts';
import type { SuggestedStep } from '../../protocol/test-making.ts';
import { agentName, customerName } from '../names.ts';
import { saveTestWords as words } from '../words/save-test-words.ts';

/** Who acts in a step: a customer by session, an agent by number, or the settings and the clock. */
export type Acts =
  | { readonly kind: 'customer'; readonly id: number }
  | { readonly kind: 'agent'; readonly id: number }
  | { readonly kind: 'settings'; readonly id: 0 };

export function actorOf({ input, session }: SuggestedStep): Acts {
  if (input.type.startsWith('customer.')) return { kind: 'customer', id: session };
  if (input.type.startsWith('agent.') && 'agent' in input && typeof input.agent === 'number')
    return { kind: 'agent', id: input.agent };
  return { kind: 'settings', id: 0 };
}

export const actorKey = ({ kind, id }: Acts): string => `${kind} ${String(id)}`;

export function actorName({ kind, id }: Acts, world: World): string {
  if (kind === 'agent') return agentName(world, id);
  if (kind === 'settings') return words.settings;
  const session = world.sessions.get(id);
  return session === undefined ? words.someone : customerName(session);
}

/** What was done in a step, in the words of the format: `Ada Berg writes`, and what. */
export function stepText(
  step: SuggestedStep,
  world: World,
): { readonly said: string; readonly quote: string } {
  const { input } = step;
  const verb = (input.type.split('.')[1] ?? '').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const quote =
    'text' in input ? input.text : 'option' in input ? input.option : 'title' in input ? input.title : '';
  const about = actorOf(step).kind === 'agent' ? world.sessions.get(step.session) : undefined;
  const of = about === undefined ? '' : ` · ${customerName(about)}`;
  return { said: `${actorName(actorOf(step), world)} ${verb}${of}`, quote };
}
