import type { AppContextValue } from '../context.ts';
import { createFilesClient } from '../files/save.ts';
import { canPick, download, pickFile, writeFile, type FileKind } from '../files/writing.ts';
import { coursesOf } from '../lessons/courses.ts';
import { noteBackup } from '../last-backup.ts';
import { workspacesWords as words } from '../words/workspaces-words.ts';

/** What came of a backup: where it is and what is not in it, or why there is none. */
export type BackedUp =
  { readonly done: string; readonly left: readonly string[] } | { readonly problem: string };

const zip: FileKind = { description: words.backupKind, type: 'application/zip', endings: ['.zip'] };

const two = (n: number): string => String(n).padStart(2, '0');

/** `rehearsal-backup-2026-11-29.zip`. */
export const backupName = (day: Date): string =>
  `rehearsal-backup-${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}.zip`;

/**
 * Puts every workspace into one file, the earlier runs too, and courses with their walls. It asks where to at once, as browsers want it. One that cannot
 * be read is left out and named; the others are in it.
 */
export async function backUp(
  { store, keepers }: Pick<AppContextValue, 'store' | 'keepers'>,
  progress: (done: number, of: number) => void,
  stop: AbortSignal,
): Promise<BackedUp> {
  const name = backupName(new Date());
  const target = canPick() ? await pickFile(name, zip) : null;
  if (target !== null && 'problem' in target) return target;
  const client = createFilesClient();
  try {
    const all = await store.engine.workspaces();
    const left: string[] = [];
    for (const [index, workspace] of all.entries()) {
      progress(index, all.length);
      const packed = await store.engine.pack(workspace.id);
      if (stop.aborted) return { problem: words.backupStopped };
      if ('problem' in packed) left.push(workspace.name);
      else await client.backupAdd(packed);
    }
    const missing = left.length;
    const courses = await coursesOf(store.engine).packCourses();
    if ('problem' in courses) left.push(words.courses);
    else for (const course of courses) await client.backupAddCourse(course);
    progress(all.length, all.length);
    const whole = await client.backupDone();
    if (stop.aborted) return { problem: words.backupStopped };
    const problem = target === null ? '' : await writeFile(target, new Blob([whole]), zip.type);
    if (problem !== '') return { problem };
    if (target === null) download(name, new Blob([whole]), zip.type);
    const saved = all.length - missing;
    if (left.length === 0) noteBackup(keepers.local, Date.now());
    return { done: words.backedUp(saved, target?.name ?? name), left };
  } catch {
    return { problem: words.backupBroke };
  } finally {
    client.stop();
  }
}
