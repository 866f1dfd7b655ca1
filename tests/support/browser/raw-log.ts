import type { RecordedEvent } from '../../../src/engine/events.ts';
import type {
  DraftRow,
  MetaRow,
  QuarantineRow,
  StepRow,
  StoredStep,
  WorkspaceRow,
  WorldRow,
} from '../../../src/storage/rows.ts';

export type RawLog = {
  readonly workspaces: readonly WorkspaceRow[];
  readonly worlds: readonly WorldRow[];
  /** The steps of all workspaces, as they can be read. */
  readonly inputs: readonly (StoredStep & { readonly workspace: string })[];
  readonly events: readonly {
    readonly workspace: string;
    readonly seq: number;
    readonly event: RecordedEvent;
  }[];
  readonly drafts: readonly DraftRow[];
  readonly quarantine: readonly QuarantineRow[];
  readonly meta: readonly MetaRow[];
};

/** Whether rows of a database that was lost are still on their way out of the journal. */
export const isLate = ({ workspaces }: RawLog): boolean => workspaces.some(({ late }) => late !== undefined);

/**
 * The tables as they lie on the disk, read past the storage layer. Runs in a page; whole in itself, so that it can
 * be sent there.
 */
export async function readTables(): Promise<RawLog> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error(request.error?.message));
      };
    });
  const names = ['workspaces', 'worlds', 'steps', 'drafts', 'quarantine', 'meta'];
  const database = await done(indexedDB.open('rehearsal'));
  const transaction = database.transaction(names, 'readonly');
  const tables = await Promise.all(
    names.map(async (name): Promise<[string, unknown[]]> => {
      return [name, await done(transaction.objectStore(name).getAll())];
    }),
  );
  database.close();
  const { steps, ...others } = Object.fromEntries(tables) as { steps: StepRow[] };
  const inputs = steps.map(({ workspace, text }) => ({ ...(JSON.parse(text) as StoredStep), workspace }));
  const events = inputs.flatMap(({ workspace, events: own }) =>
    own.map((event) => ({ workspace, seq: event.seq, event })),
  );
  return { ...others, inputs, events } as unknown as RawLog;
}
