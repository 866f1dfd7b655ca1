import { useSignal } from '@preact/signals';
import { LaterIcon } from '../controls/later-icon.tsx';
import { sourceOf } from '../files/pick-files.ts';
import { wallWords as words } from '../words/wall-words.ts';
import { droppedFiles, pickResults } from './pick-results.ts';
import { scanning } from './scanning.ts';
import type { WallState } from './wall-state.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** Files may be let go of anywhere on the wall; the rest of the window does not open them then. */
export function useDropping(wall: Pick<WallState, 'add'>) {
  const isOver = useSignal(false);
  return {
    isOver: isOver.value,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        isOver.value = true;
      },
      onDragLeave: (event: DragEvent & { readonly currentTarget: HTMLElement }) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          isOver.value = false;
      },
      onDrop: (event: DragEvent) => {
        isOver.value = false;
        if (!hasFiles(event) || event.dataTransfer === null) return;
        event.preventDefault();
        void droppedFiles(event.dataTransfer).then((files) => wall.add(files.map(sourceOf)));
      },
    },
  };
}

/** Where files are let go of, for who does not know yet that it is everywhere. */
export const DropCard = () => (
  <div class="wall-drop">
    <LaterIcon name="addFile" size={24} />
    <b>{words.drop}</b>
    <span>{words.dropHint}</span>
    <button
      type="button"
      class="plain small"
      onClick={() => {
        scanning.value = true;
      }}
    >
      <LaterIcon name="scan" /> {words.scan}
    </button>
  </div>
);

/** Before the first result: what to do. */
export const NobodyYet = ({ wall }: { readonly wall: WallState }) => (
  <div class="wall-empty">
    <LaterIcon name="addFile" size={32} />
    <h3>{words.empty}</h3>
    <p>{words.emptyHint}</p>
    <div>
      <button
        type="button"
        class="primary"
        onClick={() => {
          pickResults(wall, false);
        }}
      >
        {words.addFiles}
      </button>
      <button
        type="button"
        class="plain"
        onClick={() => {
          pickResults(wall, true);
        }}
      >
        {words.addFolder}
      </button>
      <button
        type="button"
        class="plain"
        onClick={() => {
          scanning.value = true;
        }}
      >
        {words.addCode}
      </button>
    </div>
  </div>
);
