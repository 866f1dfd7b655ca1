import { menuItems } from '../controls/menu-items.tsx';
import { wallWords as words } from '../words/wall-words.ts';
import { pickResults } from './pick-results.ts';
import { scanning } from './scanning.ts';
import type { WallState } from './wall-state.ts';

/** The ways in which results come to the wall. */
export function AddMenu({ wall, close }: { readonly wall: WallState; readonly close: () => void }) {
  const item = menuItems(close);
  return (
    <>
      {item(words.addFiles, () => {
        pickResults(wall, false);
      })}
      {item(words.addFolder, () => {
        pickResults(wall, true);
      })}
      {item(words.addCode, () => {
        scanning.value = true;
      })}
    </>
  );
}
