import type { FilesApi } from '../../protocol/files-api.ts';
import { allLater } from '../all-later.ts';
import { partLater } from '../part-later.ts';
import { courseCalls } from './course-calls.ts';
import type { FilesParts } from './files-service.ts';

/** Every call of the worker for files, which is a part of its own: the engine's worker does not wait for it. */
const calls: Readonly<Record<keyof FilesApi, true>> = {
  connect: true,
  look: true,
  fromChat: true,
  check: true,
  played: true,
  take: true,
  draft: true,
  link: true,
  backupAdd: true,
  backupAddCourse: true,
  backupDone: true,
  unpack: true,
  unpackCourse: true,
  preview: true,
  port: true,
  compare: true,
  runAgain: true,
  coverage: true,
  suggestTest: true,
  cutTest: true,
  makeTest: true,
  explore: true,
  readCalls: true,
  ...courseCalls,
  ping: true,
};

/** The worker for files, whose part is loaded with the first call; a call fails where that cannot be loaded. */
export function filesInPart(ports: FilesParts): FilesApi {
  return allLater(
    calls,
    partLater(async () => (await import('./files-service.ts')).createFilesService(ports)),
  );
}
