import { customerScreen } from '../../engine/views.ts';
import type { World } from '../../engine/world.ts';
import type { MarkedExpectation } from '../../protocol/test-making.ts';

/** Something on the stage that a test can expect, and what shows it. */
export type Expectable = { readonly box: Element; readonly wanted: MarkedExpectation };

/** What of that kind is at an element: a message, the status above a customer's window, or the form in it. */
export function expectableAt(target: Element, world: World | null): Expectable | null {
  if (world === null) return null;
  const { step } = world;
  const message = target.closest('[data-message]');
  if (message !== null) {
    const wanted = { kind: 'message', message: numberOf(message, 'message'), step } as const;
    return { box: message.querySelector('.bubble') ?? message, wanted };
  }
  const session = world.sessions.get(numberOf(target.closest('[data-session]'), 'session'));
  if (session === undefined) return null;
  const chip = target.closest('.customer-tile .tile-head .chip');
  if (chip !== null)
    return { box: chip, wanted: { kind: 'status', session: session.id, status: session.status, step } };
  const form = target.closest('.customer-tile .widget-form');
  if (form === null) return null;
  return {
    box: form,
    wanted: { kind: 'shows', session: session.id, shows: customerScreen(world, session), step },
  };
}

const numberOf = (element: Element | null, name: 'message' | 'session'): number =>
  element instanceof HTMLElement ? Number(element.dataset[name] ?? 0) : 0;
