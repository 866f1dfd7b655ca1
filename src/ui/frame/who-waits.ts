import { status } from '../../engine/numbers.ts';
import { waiting } from '../../engine/views.ts';
import type { World } from '../../engine/world.ts';

/** How many stand in the queue. */
export const waitingInQueue = (world: World): number => waiting(world).length;

/** How many chats want an agent's answer: a customer wrote last, or a colleague hands over. */
export const waitingAtAgents = (world: World): number =>
  [...world.sessions].filter(
    ({ status: now, agent, transferTo }) =>
      (now === status.customerLast && agent > 0) || (transferTo > 0 && now < status.finished),
  ).length;
