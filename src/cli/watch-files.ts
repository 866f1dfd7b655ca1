import { statSync, watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isLink } from '../scenario/open-link.ts';
import type { Called } from './options.ts';

/** What is saved at once, such as by an editor that writes a file in two goes, is one change; in milliseconds. */
const restBefore = 120;

/**
 * Calls `changed` whenever one of the files that `replay` was called with is saved, or a script in its folder of scripts: the
 * folders are watched, as many editors put a new file in the place of the old one. What it returns ends that.
 */
export function watchFiles(called: Called, folder: string, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, restBefore);
  };
  const names = new Map<string, Set<string>>();
  for (const file of called.files) {
    if (isLink(file)) continue;
    const path = resolve(folder, file);
    names.set(dirname(path), new Set([...(names.get(dirname(path)) ?? []), basename(path)]));
  }
  const watchers = [...names].map(([path, files]) =>
    watch(path, (_, name) => {
      if (name === null || files.has(name)) soon();
    }),
  );
  const scripts = called.value('scripts');
  if (scripts !== undefined && isFolder(resolve(folder, scripts)))
    watchers.push(watch(resolve(folder, scripts), { recursive: true }, soon));
  return () => {
    clearTimeout(timer);
    for (const one of watchers) one.close();
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
