import { useId } from 'preact/hooks';
import { freeId } from '../../../engine/free-id.ts';
import { useSending, useStore, useAppContext } from '../../context.ts';
import { FormHead } from '../../form/form-head.tsx';
import { FormView } from '../../form/form-view.tsx';
import { useForm } from '../../form/use-form.ts';
import { requireWorld } from '../../store/store.ts';
import { useUndoable } from '../../undo/use-undoable.ts';
import { BackToList } from '../list/back-to-list.tsx';
import { listWords } from '../../words/list-words.ts';
import { DeleteThing } from './delete-thing.tsx';
import { keyOf, thingDraftKey, type ThingKind } from './thing-kind.ts';
import { useSettings } from './use-settings.ts';

type ThingFormProps<T extends { readonly id: number }, V extends object> = {
  readonly kind: ThingKind<T, V>;
  readonly id: number | 'new';
  /** Where a new one is made, such as the folder it is to lie in. */
  readonly within: string;
};

/** A thing that is there, or one that somebody makes: nothing of it is so before it is saved. */
export function ThingForm<T extends { readonly id: number }, V extends object>(props: ThingFormProps<T, V>) {
  const { kind, id, within } = props;
  const { router } = useAppContext();
  const store = useStore();
  const sending = useSending();
  const send = useUndoable(sending);
  const title = useId();
  // What its problems are is asked of the world as it is drawn.
  const world = useSettings();
  const number = id === 'new' ? 0 : id;
  const thing = kind.all(world).find((one) => one.id === id);
  const thingNow = () => {
    const now = requireWorld(store);
    const there = kind.all(now).find((one) => one.id === id);
    return there === undefined ? null : kind.valueOf(there, now);
  };
  const key = thingDraftKey(kind, id);
  const form = useForm<V>(
    {
      settings: kind.settings,
      draftKey: key,
      stored: thing === undefined ? null : kind.valueOf(thing, world),
      now: thingNow,
      problems: (value) => {
        const now = requireWorld(store);
        return [...kind.problems(value, number, now), ...(kind.warnings?.(value, number, now) ?? [])];
      },
      save: async (value) => {
        const now = requireWorld(store);
        const from = router.path.peek();
        const at = id === 'new' ? freeId(now, kind.numbered) : id;
        const name = kind.nameOf(value, now);
        const said = id === 'new' ? kind.words.made(name) : kind.words.changed(name);
        if (!(await send(kind.saving(value, at, now), said))) return false;
        if (id === 'new') router.replaceFrom(from, 'settings', kind.section, ...keyOf(kind, at).split('/'));
        return true;
      },
    },
    kind.fresh(world, within),
  );
  // Nobody is told what to mend in a new one before it was touched, or was to be saved.
  const isJudged = id !== 'new' || form.refused > 0;
  const judged = form.problems.filter(({ path }) => isJudged || form.changes.includes(path));
  const shown = { ...form, problems: judged };
  const name = kind.nameOf(form.value, world);
  const isUntouched = id === 'new' && !form.unsaved;
  const { Body, Beside } = kind;
  return (
    <FormView
      form={shown}
      words={kind.fields}
      labelledBy={title}
      what={kind.words.what}
      draftKey={key}
      sending={sending}
      head={
        <>
          <BackToList section={kind.section} />
          <FormHead id={title} title={isUntouched || name === '' ? kind.words.new : name} form={form}>
            <span class="count">{id === 'new' ? listWords.unsaved : kind.words.number(id)}</span>
            {id === 'new' || Beside === undefined ? null : <Beside id={id} />}
            {id === 'new' ? null : (
              <DeleteThing
                kind={kind}
                id={id}
                name={name}
                onDelete={async () => {
                  const from = router.path.peek();
                  if (!(await send(kind.deleting(id), kind.words.deleted(name)))) return;
                  store.keepDraft(key, '');
                  router.replaceFrom(from, 'settings', kind.section);
                }}
              />
            )}
          </FormHead>
        </>
      }
    >
      <div class="thing-body">
        <Body value={form.value} id={number} set={form.set} />
      </div>
    </FormView>
  );
}
