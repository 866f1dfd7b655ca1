import type { FaqEntry, FaqFolder } from '../../engine/definition.ts';
import { bestOf, searchFaq, withSubfolders, type FaqHit } from '../../engine/faq-search.ts';
import { worldOf, type Caller } from './caller.ts';

export type FaqQuestion = {
  /** The folder to look in; none is the whole tree. */
  readonly root: number;
  /** Who may see what is found, 1 to 4. */
  readonly access: number;
  readonly text: string;
  readonly max: number;
};

/**
 * Searches the FAQ of the world as the widget does (rulings 22), entries and folders, the best first. A folder is found by its
 * name.
 */
export function askFaq(
  caller: Caller,
  { root, access, text, max }: FaqQuestion,
): { readonly entries: readonly FaqHit<FaqEntry>[]; readonly folders: readonly FaqHit<FaqFolder>[] } {
  const world = worldOf(caller);
  const folder = Math.max(0, root);
  const most = Math.max(0, max);
  caller.spend(4 * (world.faqEntries.length + world.faqFolders.length));
  caller.work(64 * text.length);
  const below = folder === 0 ? undefined : withSubfolders(world, folder);
  const folders = world.faqFolders.filter(({ id }) => below === undefined || below.has(id));
  return {
    entries: searchFaq(world, { folder, access, text }).slice(0, most),
    folders: bestOf(folders, text, ({ name }) => [name]).slice(0, most),
  };
}
