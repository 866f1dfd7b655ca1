import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useAppContext, useWorld } from './context.ts';
import { backupIsDue, lastBackup } from './last-backup.ts';
import { Icon } from './controls/icon.tsx';
import { safetyWords as words } from './words/safety-words.ts';

/** What somebody should know of how safe things are here; nothing where all is well. */
export const Safety = () => (
  <>
    <Restoring />
    <NoJournal />
    <BackupReminder />
  </>
);

/** How much of what comes back from the safety journal is in the database again. */
function Restoring() {
  const { restoring } = useAppContext().store.storage.value;
  return restoring === null ? null : (
    <span class="bar-item" title={words.restoringWhy}>
      {words.restoring(restoring.done, restoring.of)}
    </span>
  );
}

/** That a lost database would not come back. */
function NoJournal() {
  const { store } = useAppContext();
  const { journal, kind } = store.storage.value;
  return journal || kind === 'memory' ? null : (
    <span class="bar-item warn" title={words.noJournalWhy}>
      <Icon name="problem" size={13} />
      {words.noJournal}
    </span>
  );
}

const day = 24 * 3600_000;

/** How long ago the last backup was, where that is too long and no copies are kept in a folder (reliability M12). */
function BackupReminder() {
  const { store, keepers, router } = useAppContext();
  // It is looked up now and then, not for each message.
  const messages = useWorld((world) => Math.floor(world.messages.length / 20));
  const isDue = useSignal(false);
  const open = store.workspace.value?.id;
  const place = router.path.value;
  useEffect(() => {
    isDue.value = backupIsDue(keepers.local, Date.now());
    if (isDue.value && store.copies.peek() === null) void store.askCopies();
  }, [isDue, keepers, store, messages, open, place]);
  const copies = store.copies.value;
  const isCopied = copies?.kind === 'on' && copies.problem === null;
  if (!isDue.value || copies === null || isCopied || store.storage.value.kind === 'memory') return null;
  const at = lastBackup(keepers.local);
  return (
    <button
      type="button"
      class="bar-button"
      title={words.backupHint}
      onClick={() => {
        router.go('workspaces');
      }}
    >
      {at === null ? words.noBackup : words.lastBackup(Math.floor((Date.now() - at) / day))}
    </button>
  );
}
