import type { FilesClient } from '../files-client.ts';
import { createFilesClient } from '../files/save.ts';

/** What plays beside the window. */
type Beside = {
  /** Nothing of it is told any more. */
  readonly stop: () => void;
  /** Its worker ends, too. */
  readonly end: () => void;
};

/** Plays in a worker of its own. What comes of it is put into `outcome`, and `lost` where nothing does. */
export function playBeside<T>(
  outcome: { value: T | 'lost' },
  play: (client: FilesClient, signal: AbortSignal) => Promise<T>,
): Beside {
  const client = createFilesClient();
  const ending = new AbortController();
  const tell = (came: T | 'lost') => {
    if (!ending.signal.aborted) outcome.value = came;
  };
  play(client, ending.signal).then(tell, () => {
    tell('lost');
  });
  return {
    stop: () => {
      ending.abort();
    },
    end: () => {
      ending.abort();
      client.stop();
    },
  };
}
