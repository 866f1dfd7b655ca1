import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { World } from '../../../engine/world.ts';
import { useStore, useAppContext, useWorld } from '../../context.ts';
import type { Path } from '../../frame/router.ts';
import { Icon } from '../../controls/icon.tsx';
import { Gone } from '../gone.tsx';
import type { ListRow } from '../list/list-row.ts';
import { SettingsList } from '../list/settings-list.tsx';
import { ThingForm } from './thing-form.tsx';
import { faultOf, keyOf, thingDraftKey, type ThingKind } from './thing-kind.ts';
import { useSettings } from './use-settings.ts';
import './things.css';

type ThingSectionProps<T extends { readonly id: number }, V extends object> = {
  readonly kind: ThingKind<T, V>;
  readonly rest: Path;
  /** How a thing stands in the list; in the order of its rows. */
  readonly rowOf: (thing: T, world: World) => Pick<ListRow, 'name'> & Partial<ListRow>;
  readonly sorted?: (things: readonly T[], world: World) => readonly T[];
  readonly onMove?: (key: string, before: string | null) => void;
  /** Under the search, such as where it is looked. */
  readonly children?: ComponentChildren;
};

/** The things of a kind, and the form of one: its number, or `new` with where it is made. */
export function ThingSection<T extends { readonly id: number }, V extends object>(
  props: ThingSectionProps<T, V>,
) {
  const { kind, rest, rowOf, sorted, onMove, children } = props;
  const [open, within = ''] = rest;
  const world = useSettings();
  const all = kind.all(world);
  const things = sorted === undefined ? all : sorted(all, world);
  const rows = useRows(kind, things, world, open, rowOf);
  useFirstOpen(kind.section, open, rows[0]?.key);
  return (
    <div class={`list-and-form of-things${open === undefined ? '' : ' has-open'}`}>
      <SettingsList
        section={kind.section}
        rows={rows}
        count={things.length}
        open={open}
        adding={rows.length === 0 ? null : <AddThing kind={kind} />}
        {...(onMove === undefined ? {} : { onMove })}
      >
        {children}
      </SettingsList>
      {open === undefined && rows.length === 0 ? (
        <NoThings text={kind.words.none}>
          <AddThing kind={kind} isPrimary />
        </NoThings>
      ) : (
        <OpenThing kind={kind} id={open} within={within} />
      )}
    </div>
  );
}

/** Instead of a form where there is nothing yet: what it is for, and the button that makes the first. */
export const NoThings = ({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ComponentChildren;
}) => (
  <div class="list-empty">
    <p>{text}</p>
    {children}
  </div>
);

/** On a wide window the first thing is open beside the list. */
export function useFirstOpen(section: string, open: string | undefined, first: string | undefined): void {
  const { router } = useAppContext();
  useEffect(() => {
    if (open !== undefined || first === undefined || matchMedia('(max-width: 560px)').matches) return;
    router.replace('settings', section, ...first.split('/'));
  }, [open, first, section, router]);
}

/** A row for each thing, and one for what somebody began to make. */
function useRows<T extends { readonly id: number }, V extends object>(
  kind: ThingKind<T, V>,
  things: readonly T[],
  world: World,
  open: string | undefined,
  rowOf: ThingSectionProps<T, V>['rowOf'],
): readonly ListRow[] {
  const store = useStore();
  const isMade = open === 'new' || store.draft(thingDraftKey(kind, 'new')) !== '';
  return [
    ...things.map((thing): ListRow => ({
      key: keyOf(kind, thing.id),
      fault: faultOf(kind, thing, world),
      isUnsaved: store.draft(thingDraftKey(kind, thing.id)) !== '',
      ...rowOf(thing, world),
    })),
    ...(isMade ? [{ key: keyOf(kind, 'new'), name: kind.words.new, isUnsaved: true }] : []),
  ];
}

type AddProps = {
  readonly kind: Pick<ThingKind<never, never>, 'section' | 'under' | 'words'>;
  readonly within?: string;
  readonly isPrimary?: boolean;
};

/** Opens the form of a new thing. */
export function AddThing({ kind, within = '', isPrimary = false }: AddProps) {
  const { router } = useAppContext();
  return (
    <button
      type="button"
      class={isPrimary ? 'primary' : 'quiet'}
      title={kind.words.addHint}
      onClick={() => {
        const behind = within === '' ? [] : [within];
        router.go('settings', kind.section, ...keyOf(kind, 'new').split('/'), ...behind);
      }}
    >
      <Icon name="plus" /> {kind.words.add}
    </button>
  );
}

type OpenThingProps<T extends { readonly id: number }, V extends object> = {
  readonly kind: ThingKind<T, V>;
  readonly id: string | undefined;
  readonly within: string;
};

/** The form of the thing that the address names, or that there is none. */
export function OpenThing<T extends { readonly id: number }, V extends object>(props: OpenThingProps<T, V>) {
  const { kind, id, within } = props;
  const store = useStore();
  const isThere = useWorld((world) => kind.all(world).some((one) => String(one.id) === id));
  if (id === undefined) return null;
  if (id === 'new') return <ThingForm key={`new ${within}`} kind={kind} id="new" within={within} />;
  const number = Number(id);
  const isDrafted = Number.isInteger(number) && store.draft(thingDraftKey(kind, number)) !== '';
  if (!isThere && !isDrafted) return <Gone text={kind.words.gone(id)} />;
  return <ThingForm key={id} kind={kind} id={number} within="" />;
}
