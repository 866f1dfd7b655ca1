import type { Session, World } from '../engine/world.ts';
import { words } from './words/words.ts';

type Named = { readonly id: number; readonly name: string };

/** What a customer is called: by the name on the form, by alias, else by number. */
export const customerName = ({
  customer,
  id,
}: Pick<Session, 'id'> & { readonly customer: Pick<Session['customer'], 'name' | 'alias'> }): string =>
  customer.name || customer.alias || words.numbered(id);

export const agentName = (world: { readonly agents: readonly Named[] }, id: number): string =>
  world.agents.find((agent) => agent.id === id)?.name ?? words.somebody;

export const channelName = (world: World, id: number): string =>
  world.channels.find((channel) => channel.id === id)?.name ?? '';

/** Every script of the world with its folder. */
export const allScripts = (world: World) =>
  world.folders.flatMap((folder) => folder.scripts.map((script) => ({ folder, script })));

export const scriptOf = <Script extends { readonly id: number }>(
  world: { readonly folders: readonly { readonly scripts: readonly Script[] }[] },
  id: number,
): Script | undefined => world.folders.flatMap(({ scripts }) => scripts).find((script) => script.id === id);
