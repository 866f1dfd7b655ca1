import { nextId } from '../../engine/next-id.ts';
import type { Input } from '../../engine/inputs.ts';
import { replacedBy, saysTheSame } from '../../engine/replaced-by.ts';
import type { World } from '../../engine/world.ts';
import { refusalText } from '../refusal-text.ts';
import { requireWorld, type Store } from '../store/store.ts';
import { words } from '../words/words.ts';
import { mockBack, placeBack, scriptBack, thingBack, type Back } from './bring-back.ts';

/** What is saved and deleted by its number, and how each comes back as it was. */
const kinds = {
  Channel: thingBack(
    ({ channels }) => channels,
    (channel) => ({ type: 'admin.savesChannel', channel }),
    (channel) => ({ type: 'admin.deletesChannel', channel }),
  ),
  Agent: thingBack(
    ({ agents }) => agents,
    (agent) => ({ type: 'admin.savesAgent', agent }),
    (agent) => ({ type: 'admin.deletesAgent', agent }),
  ),
  Contact: thingBack(
    ({ contacts }) => contacts,
    (contact) => ({ type: 'admin.savesContact', contact }),
    (contact) => ({ type: 'admin.deletesContact', contact }),
  ),
  QuickReply: thingBack(
    ({ quickReplies }) => quickReplies,
    (quickReply) => ({ type: 'admin.savesQuickReply', quickReply }),
    (quickReply) => ({ type: 'admin.deletesQuickReply', quickReply }),
  ),
  FaqFolder: thingBack(
    ({ faqFolders }) => faqFolders,
    (faqFolder) => ({ type: 'admin.savesFaqFolder', faqFolder }),
    (faqFolder) => ({ type: 'admin.deletesFaqFolder', faqFolder }),
  ),
  FaqEntry: thingBack(
    ({ faqEntries }) => faqEntries,
    (faqEntry) => ({ type: 'admin.savesFaqEntry', faqEntry }),
    (faqEntry) => ({ type: 'admin.deletesFaqEntry', faqEntry }),
  ),
  Trigger: thingBack(
    ({ triggers }) => triggers,
    (trigger) => ({ type: 'admin.savesTrigger', trigger }),
    (trigger) => ({ type: 'admin.deletesTrigger', trigger }),
  ),
  Webhook: thingBack(
    ({ webhooks }) => webhooks,
    (webhook) => ({ type: 'admin.savesWebhook', webhook, untested: true }),
    (webhook) => ({ type: 'admin.deletesWebhook', webhook }),
  ),
  Folder: thingBack(
    ({ folders }) => folders,
    (folder) => ({ type: 'admin.savesFolder', folder }),
    (folder) => ({ type: 'admin.deletesFolder', folder }),
  ),
  Script: scriptBack,
  Mock: mockBack,
} as const satisfies Readonly<Record<string, Back>>;

type Kind = keyof typeof kinds;

type Other = 'admin.setsOptions' | 'admin.setsFileTypes' | 'admin.movesMock';

/** What can be taken back by saving what was there before. */
export type Undoable = Extract<Input, { type: `admin.${'saves' | 'deletes'}${Kind | 'Table'}` | Other }>;

/** The inputs that bring back what `input` took the place of in the world `before`, for the world as it is now. */
export function undoing(before: World, input: Undoable, now: World): readonly Input[] {
  switch (input.type) {
    case 'admin.savesTable':
    case 'admin.deletesTable': {
      const { table } = input;
      const rows = Object.hasOwn(before.tables, table) ? before.tables[table] : undefined;
      return [
        rows === undefined
          ? { type: 'admin.deletesTable', table }
          : { type: 'admin.savesTable', table, rows },
      ];
    }
    case 'admin.setsOptions':
      return [{ type: 'admin.setsOptions', options: replacedBy(before, input) as World['options'] }];
    case 'admin.setsFileTypes':
      return [{ type: 'admin.setsFileTypes', fileTypes: before.fileTypes }];
    case 'admin.movesMock':
      return [placeBack(before, input.mock, now)];
    default: {
      const [, kind = ''] = /^admin\.(?:saves|deletes)(\w+)$/.exec(input.type) ?? [];
      return kinds[kind as Kind](before, numberOf(before, input, now), now);
    }
  }
}

type Numbered = Exclude<Undoable, { type: Other | `admin.${'saves' | 'deletes'}Table` }>;

/** The number of what an input saved or deleted; what had none yet got one. */
function numberOf(before: World, input: Numbered, now: World): number {
  if (input.type === 'admin.savesFolder' && input.folder.id === undefined)
    return now.folders.find(({ name }) => name === input.folder.name)?.id ?? 0;
  if (input.type === 'admin.savesMock' && input.mock.id === undefined) return nextId(before.mocks);
  if (input.type === 'admin.savesScript' || input.type === 'admin.deletesScript')
    return typeof input.script === 'number' ? input.script : input.script.id;
  const [thing] = Object.entries(input).flatMap(([field, value]) =>
    field === 'type' ? [] : [value as unknown],
  );
  return typeof thing === 'number' ? thing : (thing as { readonly id: number }).id;
}

/** Takes an input back, unless what it left has changed since; says why not, or nothing. */
export async function undoInput(store: Store, before: World, after: World, input: Undoable): Promise<string> {
  const now = requireWorld(store);
  if (!saysTheSame(replacedBy(now, input), replacedBy(after, input))) return words.undo.changed;
  for (const back of undoing(before, input, now)) {
    const answer = await store.dispatch(back);
    if (answer.kind !== 'committed') return refusalText(answer);
  }
  return '';
}
