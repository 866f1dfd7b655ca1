import type { Session } from '../../engine/world.ts';
import type { ScenarioFile } from '../../scenario/format.ts';

/** Whom and what sentences about checks name: a world, or what a scenario says of one without being played. */
export type Cast = {
  readonly sessions: {
    readonly get: (
      id: number,
    ) => { readonly id: number; readonly customer: Pick<Session['customer'], 'name' | 'alias'> } | undefined;
  };
  readonly agents: readonly { readonly id: number; readonly name: string }[];
  readonly folders: readonly {
    readonly scripts: readonly { readonly id: number; readonly name: string }[];
  }[];
  readonly webhooks: readonly { readonly id: number; readonly name: string }[];
};

/**
 * The cast of a scenario that is not played: its world's, and its customers by what they say of themselves. A session that a step
 * could not open would move the numbers of those behind it, so steps that are expected to be refused do not count.
 */
export function castOf({ world, steps }: Pick<ScenarioFile, 'world' | 'steps'>): Cast {
  const names = new Map<number, { name: string; alias: string }>();
  for (const { input, expect = [] } of steps) {
    if (input.type === 'customer.connects') {
      if (expect.some((one) => 'refused' in one && one.refused !== false)) continue;
      const { name = '', alias = '' } = input.customer ?? {};
      names.set(names.size + 1, { name, alias });
    } else if (input.type === 'customer.submitsForm') {
      const known = names.get(input.session);
      const { name = '' } = input.fields ?? {};
      if (known !== undefined && name !== '') names.set(input.session, { ...known, name });
    }
  }
  return {
    sessions: {
      get: (id) => {
        const customer = names.get(id);
        return customer === undefined ? undefined : { id, customer };
      },
    },
    agents: (world.agents ?? []).map(({ id, name }) => ({ id, name })),
    folders: (world.folders ?? []).map(({ scripts = [] }) => ({
      scripts: scripts.map(({ id, name }) => ({ id, name })),
    })),
    webhooks: (world.webhooks ?? []).map(({ id, name }) => ({ id, name })),
  };
}
