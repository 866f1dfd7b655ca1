import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { FilesClient, Played } from '../files-client.ts';

export type Playing = {
  /** What came of it; null while it is under way. */
  readonly played: Played | null;
  readonly done: number;
  readonly of: number;
  readonly stop: () => void;
};

/** Plays what was looked at, for its verdict, until that takes too long or somebody stops it. */
export function usePlaying(client: FilesClient): Playing {
  const played = useSignal<Played | null>(null);
  const progress = useSignal({ done: 0, of: 0 });
  const stopping = useMemo(() => new AbortController(), []);
  useEffect(() => {
    void client
      .play((done, of) => {
        progress.value = { done, of };
      }, stopping.signal)
      .then((what) => {
        played.value = what;
      });
  }, [client, played, progress, stopping]);
  return {
    played: played.value,
    ...progress.value,
    stop: () => {
      stopping.abort();
    },
  };
}
