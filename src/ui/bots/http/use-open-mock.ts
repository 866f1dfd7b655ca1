import { useRef } from 'preact/hooks';
import { useStore, useWorld } from '../../context.ts';
import { mockDraftKey, openedMock, whichMock, type MockDraft } from './mock-draft.ts';

/** The mocks and the one whose form is open, wherever they are shown: `which` names it, `show` has another one named. */
export function useOpenMock(which: string, show: (which: string) => void) {
  const store = useStore();
  const mocks = useWorld((world) => world.mocks);
  /** Who asks for a form wants to write into it; who comes back to it, or follows an address, may not. */
  const asked = useRef(false);
  return {
    mocks,
    opened: openedMock(which, mocks, store.draft(mockDraftKey(which)) !== ''),
    isAsked: asked.current,
    edit: (next: MockDraft) => {
      asked.current = true;
      show(whichMock(next));
    },
  };
}
