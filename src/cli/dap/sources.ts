import { basename } from 'node:path';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { findScript } from '../../engine/registration.ts';
import type { Script } from '../../engine/definition.ts';
import type { World } from '../../engine/world.ts';
import type { Client } from './client.ts';
import { RequestError, type RequestArguments } from './request-arguments.ts';
import type { LaunchedSession } from './launch.ts';

/**
 * The texts that are played, as an editor names them: a script that has a file by its path, one that stands in the scenario alone by a
 * reference, and the scenario itself.
 */
export class Sources {
  readonly #launched: LaunchedSession;
  readonly #client: Client;
  /** Scripts without a file, in the order in which they were named; their references count from 1. */
  readonly #referred: number[] = [];

  constructor(launched: LaunchedSession, client: Client) {
    this.#launched = launched;
    this.#client = client;
  }

  /** The scripts of a world. */
  scripts(world: World): readonly Script[] {
    return world.folders.flatMap(({ scripts }) => scripts);
  }

  /** The source of a script; undefined for a text that is none of the world's. */
  of(id: number, world: World, name = ''): DebugProtocol.Source | undefined {
    const path = this.#launched.fileOf(id, name);
    if (path !== undefined) return { name: basename(path), path: this.#client.path(path) };
    const script = findScript(world.folders, id);
    if (script === undefined) return undefined;
    return {
      name: `${script.name}${script.language === 'javascript' ? '.ts' : '.crmscript'}`,
      sourceReference: this.#referenceOf(id),
      origin: `in “${this.#launched.name}”`,
    };
  }

  /** A place of the scenario's file, for an output. */
  inScenario(path: string): { readonly source?: DebugProtocol.Source; readonly line?: number } {
    const { file } = this.#launched;
    if (file === undefined) return {};
    const source = { name: basename(file.path), path: this.#client.path(file.path) };
    return { source, line: this.#client.line(file.lineOf(path)) };
  }

  /** The scripts that a source names: several may have one file. */
  scriptsOf(source: RequestArguments, world: World): readonly number[] {
    const reference = source.maybeNumber('sourceReference') ?? 0;
    if (reference > 0) {
      const id = this.#referred[reference - 1];
      return id === undefined ? [] : [id];
    }
    const path = source.maybeText('path');
    if (path === undefined) return [];
    const wanted = this.#client.keyOf(this.#client.pathFrom(path));
    return this.scripts(world)
      .map(({ id }) => id)
      .filter((id) => {
        const own = this.#launched.fileOf(id, '');
        return own !== undefined && this.#client.keyOf(own) === wanted;
      });
  }

  /** The text of a script that has no file. */
  text(reference: number, world: World): { readonly content: string; readonly mimeType: string } {
    const id = this.#referred[reference - 1];
    const script = id === undefined ? undefined : findScript(world.folders, id);
    if (script === undefined) throw new RequestError(`There is no source ${String(reference)}.`);
    return {
      content: script.source,
      mimeType: script.language === 'javascript' ? 'text/typescript' : 'text/x-crmscript',
    };
  }

  #referenceOf(id: number): number {
    const known = this.#referred.indexOf(id);
    return known < 0 ? this.#referred.push(id) : known + 1;
  }
}
