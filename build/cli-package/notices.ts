import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';

const name = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * The libraries that stand in a bundle, and `besides` those of which the package has other files, each with its licence and what
 * else it wants said.
 * @throws where one has no text of its licence: then nobody may pass it on.
 */
export function notices({ inputs }: Metafile, root: string, besides: readonly string[] = []): string {
  const folders = new Set([
    ...Object.keys(inputs).flatMap((input) => name.exec(input)?.[1] ?? []),
    ...besides.map((one) => `node_modules/${one}`),
  ]);
  const parts = [...folders].sort().map((folder) => noticeOf(join(root, folder)));
  return `Rehearsal holds these libraries.\n\n${parts.join('\n')}`;
}

function noticeOf(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<
    Record<'name' | 'version', string>
  >;
  const texts = textsIn(folder) ?? textKept(about.name);
  if (texts === undefined) throw new Error(`${about.name} has no text of its licence.`);
  const said = texts.map((file) => readFileSync(file, 'utf8').trim());
  return [`==== ${about.name} ${about.version}`, ...said, ''].join('\n\n');
}

function textsIn(folder: string): readonly string[] | undefined {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|thirdpartynotice)/i.test(file));
  return files.length === 0 ? undefined : files.sort().map((file) => join(folder, file));
}

/** Some packages leave their licence's text in their repository. */
function textKept(name: string): readonly string[] | undefined {
  const file = fileURLToPath(new URL(`licences/${name}.txt`, import.meta.url));
  return existsSync(file) ? [file] : undefined;
}
