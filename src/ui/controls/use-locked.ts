import { useAppContext } from '../context.ts';

/** Whether a lesson locks what is at an address of the window, such as `scripts/3`; of the place where one is, where none is given. */
export function useLocked(address?: string): boolean {
  const { store, router } = useAppContext();
  const here = router.path.value.slice(0, 3).join('/');
  return store.guard.value?.isLocked(address ?? here) === true;
}
