import type { Webhook } from '../../../engine/definition.ts';
import type { RecordedEvent } from '../../../engine/events.ts';
import { isSuccess } from '../../../engine/fold-webhook.ts';
import type { Delivery, World } from '../../../engine/world.ts';
import { triggerRuns, type TriggerRun } from './trigger-runs.ts';

/** A row of the list: an event that a webhook got, or a trigger that ran. `seq` is the event that tells of it. */
export type Entry = { readonly seq: number; readonly at: number; readonly bad: boolean } & (
  | {
      readonly kind: 'delivery';
      readonly webhook: number;
      readonly hook: Webhook | undefined;
      readonly delivery: Delivery;
    }
  | { readonly kind: 'trigger'; readonly run: TriggerRun }
);

/** Which of them are listed: all, those of triggers, or those of one webhook. */
export type EntryFilter = 'all' | 'triggers' | number;

const failed = ({ attempts }: Delivery): boolean => {
  const last = attempts.at(-1);
  return last !== undefined && !isSuccess(last.result);
};

/** What webhooks got and what triggers ran, newest first. */
export function entriesOf(
  world: Pick<World, 'deliveries' | 'webhooks'>,
  events: readonly RecordedEvent[],
  sieve: EntryFilter,
): readonly Entry[] {
  const deliveries = Object.entries(world.deliveries).flatMap(([id, list]): readonly Entry[] => {
    const webhook = Number(id);
    if (sieve !== 'all' && sieve !== webhook) return [];
    const hook = world.webhooks.find((one) => one.id === webhook);
    return list.map((delivery) => ({
      kind: 'delivery',
      seq: delivery.seq,
      at: delivery.at,
      bad: failed(delivery),
      webhook,
      hook,
      delivery,
    }));
  });
  const runs = sieve === 'all' || sieve === 'triggers' ? triggerRuns(events) : [];
  const ran = runs.map((run): Entry => ({
    kind: 'trigger',
    seq: run.start.seq,
    at: Date.parse(run.start.at),
    bad: run.end?.type === 'script.failed' || run.message?.type === 'message.blocked',
    run,
  }));
  return [...deliveries, ...ran].sort((a, b) => b.seq - a.seq);
}
