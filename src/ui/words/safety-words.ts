import { countOf } from '../format.ts';

/** What the bar at the bottom says of how safe things are here. */
export const safetyWords = {
  restoring: (done: number, of: number) => `Bringing back: ${countOf(done)} of ${countOf(of)} older steps`,
  restoringWhy:
    'All of it can be read and used meanwhile. What is not written when you close the app goes on with the next start.',
  noJournal: 'No safety journal',
  noJournalWhy:
    'This browser gives no private files now, or another tab holds them: saving is slower, and a database that gets lost would not come back.',
  noBackup: 'No backup yet',
  lastBackup: (days: number) =>
    days === 0
      ? 'Last backup today'
      : `Last backup ${days === 1 ? 'yesterday' : `${countOf(days)} days ago`}`,
  backupHint: 'A backup outlives what this browser may clear. It is made in Workspaces.',
} as const;
