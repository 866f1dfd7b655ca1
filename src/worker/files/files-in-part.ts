import type { FilesApi } from '../../protocol/files-api.ts';
import { partLater } from '../part-later.ts';
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
  backupDone: true,
  unpack: true,
  preview: true,
  port: true,
  compare: true,
  runAgain: true,
  ping: true,
};

type AnyCall = (...given: readonly unknown[]) => Promise<unknown>;

/** The worker for files, whose part is loaded with the first call; a call fails where that cannot be loaded. */
export function filesInPart(ports: FilesParts): FilesApi {
  const part = partLater(async () => (await import('./files-service.ts')).createFilesService(ports));
  const late = (name: keyof FilesApi): AnyCall => {
    return async (...given) => ((await part())[name] as AnyCall)(...given);
  };
  const names = Object.keys(calls) as (keyof FilesApi)[];
  return Object.fromEntries(names.map((name) => [name, late(name)])) as unknown as FilesApi;
}
