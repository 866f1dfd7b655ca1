import { useAppContext } from '../context.ts';
import { OutlineDialog } from './outline-dialog.tsx';
import { ReferencesList } from './references-list.tsx';
import { shownLooks } from './shown-looks.ts';

/** What an editor was asked about its script: the list of references under it, the outline over the window. */
export function LookHosts() {
  const { store } = useAppContext();
  const shown = shownLooks.value;
  if (shown === null || shown.workspace !== store.workspace.value?.id) return null;
  return (
    <>
      {shown.references === null ? null : (
        <ReferencesList
          found={shown.references}
          onClose={() => {
            shownLooks.value = { ...shown, references: null };
          }}
        />
      )}
      {shown.outline === null ? null : (
        <OutlineDialog
          of={shown.outline}
          onClose={() => {
            shownLooks.value = { ...shown, outline: null };
          }}
        />
      )}
    </>
  );
}
