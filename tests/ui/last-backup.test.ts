import { describe, expect, it } from 'vitest';
import { writeMarker } from '../../src/ui/kept-marker.ts';
import { backupIsDue, lastBackup, noteBackup } from '../../src/ui/last-backup.ts';
import { backupName } from '../../src/ui/workspaces/back-up.ts';
import { webStorage } from './web-storage.ts';

const day = 24 * 3600_000;
const start = new Date(2026, 10, 1).getTime();

function given(messages: number) {
  const keeper = webStorage(new Map());
  const shows = (n: number) => {
    writeMarker(keeper, new Date(start), 'w', { name: 'Desk', messages: n });
  };
  shows(messages);
  return { keeper, shows };
}

describe('a backup', () => {
  it('is due after 200 messages, or after seven days with any', () => {
    const { keeper, shows } = given(10);
    expect(backupIsDue(keeper, start)).toBe(false);
    expect(backupIsDue(keeper, start + 6 * day)).toBe(false);
    expect(backupIsDue(keeper, start + 7 * day)).toBe(true);
    expect(lastBackup(keeper)).toBeNull();

    noteBackup(keeper, start + 7 * day);
    expect(lastBackup(keeper)).toBe(start + 7 * day);
    expect(backupIsDue(keeper, start + 30 * day)).toBe(false); // nothing new
    shows(209);
    expect(backupIsDue(keeper, start + 8 * day)).toBe(false);
    shows(210);
    expect(backupIsDue(keeper, start + 8 * day)).toBe(true);
  });

  it('is not asked of somebody who has done nothing; what cannot be read counts from now on', () => {
    const { keeper } = given(0);
    keeper.setItem('rehearsal.backup', '{"since":"yesterday"');
    expect(backupIsDue(keeper, start)).toBe(false);
    expect(backupIsDue(keeper, start + 90 * day)).toBe(false);
  });

  it('is called after the day', () => {
    expect(backupName(new Date(2026, 2, 2))).toBe('rehearsal-backup-2026-03-02.zip');
  });
});
