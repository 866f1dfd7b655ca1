import { useSurroundings } from '../context.ts';

export type Opening = {
  readonly open: (workspace: string) => Promise<void>;
  readonly openSample: (file: string) => Promise<void>;
};

/** Whoever opens a workspace wants to see its stage. What fails is told on top of the window, and one stays. */
export function useOpening(): Opening {
  const { store, router } = useSurroundings();
  const thenStage = async (opening: Promise<void>, wanted?: string) => {
    const before = store.workspace.peek()?.id;
    await opening;
    const now = store.workspace.peek()?.id;
    if (now !== before || now === wanted) router.go('stage');
  };
  return {
    open: (workspace) => thenStage(store.open(workspace), workspace),
    openSample: (file) => thenStage(store.openSample(file)),
  };
}
