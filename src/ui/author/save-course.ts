import type { CourseFile } from '../../protocol/course-api.ts';
import type { FileProblem } from '../../scenario/problem.ts';
import { safeFileName } from '../../scenario/file-name.ts';
import type { AppContextValue } from '../context.ts';
import { createFilesClient } from '../files/save.ts';
import { canPick, download, pickFile, writeFile, type FileHandle, type FileKind } from '../files/writing.ts';
import { authorWords as words } from '../words/author-words.ts';
import type { Authoring } from './authoring.ts';
import { nextRevision, noteSaved } from './saved-revision.ts';

const kind: FileKind = { description: words.fileKind, type: 'application/json', endings: ['.json'] };

const courseFileName = ({ title }: CourseFile): string =>
  `${safeFileName(title, 80, 'course')}.rehearsal-course.json`;

/** The file that the browser lets the page write again, by course, since the page was loaded. */
const handles = new Map<string, FileHandle>();

export const hasFile = (id: string): boolean => handles.has(id);

/** What came of saving: what to say of it, or what keeps the course from being a file. */
export type Saved =
  | { readonly done: string; readonly warnings: readonly FileProblem[] }
  | { readonly problem: string }
  | { readonly problems: readonly FileProblem[] };

type Here = Pick<AppContextValue, 'keepers'>;

/**
 * Writes the course to the file where it was written before, or to one that is asked for, or to the downloads. Where something is
 * otherwise than in the last file, its revision is the next one.
 */
export async function saveCourse(
  { keepers }: Here,
  authoring: Authoring,
  course: CourseFile,
): Promise<Saved> {
  // Asked for at once, as browsers want it.
  const known = handles.get(course.id);
  const target = known ?? (canPick() ? await pickFile(courseFileName(course), kind) : null);
  if (target !== null && 'problem' in target) return target;
  const client = createFilesClient();
  try {
    const revision = await nextRevision(keepers.local, course);
    const named = { ...course, revision };
    const written = await client.writeCourse(named, new AbortController().signal);
    if ('because' in written) return { problem: words.broken };
    if (!written.isReadable) return { problems: written.problems };
    const file = target === null ? courseFileName(course) : target.name;
    const problem = target === null ? '' : await writeFile(target, written.text);
    if (problem !== '') return { problem };
    if (target === null) download(file, written.text);
    else handles.set(course.id, target);
    await noteSaved(keepers.local, named);
    await authoring.changeOf(course.id, (one) => (one.revision === revision ? one : { ...one, revision }));
    return {
      done: target === null ? words.downloaded(file, revision) : words.saved(file, revision),
      warnings: written.problems,
    };
  } finally {
    client.stop();
  }
}

/** The link that holds the course; empty where it would be longer than a link may be. */
export async function linkOfCourse(course: CourseFile): Promise<string> {
  const client = createFilesClient();
  try {
    const { fragment } = await client.courseLink(course);
    return fragment === '' ? '' : new URL(fragment, document.baseURI).href;
  } finally {
    client.stop();
  }
}
