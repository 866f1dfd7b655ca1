import type { ComponentType } from 'preact';
import type { IconName } from '../controls/icon-names.ts';

/** What there is beside the stage. Each is loaded when somebody first goes there, and has the rest of its address itself. */
export type PlaceName = 'stage' | 'settings' | 'tests' | 'lessons' | 'workspaces';

type Place = { readonly icon: IconName; readonly load: () => Promise<ComponentType> };

/** In the order of the rail; `workspaces` stands at its foot. */
export const places: Readonly<Record<PlaceName, Place>> = {
  stage: { icon: 'stage', load: () => import('../stage/stage.tsx').then(({ Stage }) => Stage) },
  settings: {
    icon: 'settings',
    load: () => import('../settings/settings.tsx').then(({ Settings }) => Settings),
  },
  tests: { icon: 'tests', load: () => import('../tests/tests.tsx').then(({ Tests }) => Tests) },
  lessons: {
    icon: 'lessons',
    load: () => import('../lessons/lessons.tsx').then(({ Lessons }) => Lessons),
  },
  workspaces: {
    icon: 'workspaces',
    load: () => import('../workspaces/workspaces.tsx').then(({ Workspaces }) => Workspaces),
  },
};

export const placeNames = Object.keys(places) as readonly PlaceName[];

export const isPlace = (name: string | undefined): name is PlaceName =>
  name !== undefined && Object.hasOwn(places, name);

const loaded = new Map<PlaceName, ComponentType>();

/** A place that is here already. */
export const placeAtHand = (name: PlaceName): ComponentType | undefined => loaded.get(name);

/** Has a place at hand; asked again, it is not fetched again. */
export async function fetchPlace(name: PlaceName): Promise<ComponentType> {
  const place = loaded.get(name) ?? (await places[name].load());
  loaded.set(name, place);
  return place;
}
