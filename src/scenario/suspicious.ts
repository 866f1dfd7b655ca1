import type { ScriptFile } from '../engine/definition.ts';
import type { ScenarioFile } from './format.ts';
import { pathText } from './problem.ts';

/** A character that is not seen, or that turns the order of those around it: what is read is not what runs. */
export type SuspiciousCharacter = {
  /** Both from 1; columns count as editors do, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** `U+202E`. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'bidirectional' | 'invisible' | 'control';
};

export type SuspiciousScript = {
  readonly path: string;
  readonly script: number;
  readonly name: string;
  readonly count: number;
  /** The first hundred of them. */
  readonly characters: readonly SuspiciousCharacter[];
};

const toldAtMost = 100;

/** The scripts of a file, in its world and in what its steps save, that hold such characters. */
export function suspiciousScripts(file: ScenarioFile): readonly SuspiciousScript[] {
  return [...scriptsIn(file)].flatMap(({ path, script }) => {
    const characters = [...suspiciousIn(script.source ?? '')];
    if (characters.length === 0) return [];
    const told = characters.slice(0, toldAtMost);
    return [{ path, script: script.id, name: script.name, count: characters.length, characters: told }];
  });
}

type ScriptAtPath = { readonly path: string; readonly script: ScriptFile };

function* scriptsIn({ world, steps }: ScenarioFile): Generator<ScriptAtPath> {
  const inFolder = function* (scripts: readonly ScriptFile[] | undefined, at: readonly (string | number)[]) {
    for (const [index, script] of (scripts ?? []).entries())
      yield { path: pathText([...at, 'scripts', index, 'source']), script };
  };
  for (const [index, { scripts }] of (world.folders ?? []).entries())
    yield* inFolder(scripts, ['world', 'folders', index]);
  for (const [index, { input }] of steps.entries()) {
    const at = ['steps', index, 'input'];
    if (input.type === 'admin.savesScript')
      yield { path: pathText([...at, 'script', 'source']), script: input.script };
    if (input.type === 'admin.savesFolder') yield* inFolder(input.folder.scripts, [...at, 'folder']);
  }
}

/**
 * Emoji are made with joiners and selectors, which are what they should be there; the mark at the very beginning is the
 * one that editors write.
 */
const pattern =
  /^\uFEFF|\p{Extended_Pictographic}(?:[\uFE0E\uFE0F]|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})+|[0-9#*]\uFE0F?\u20E3|\r\n|(?<odd>[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}])/gu;

/** Every such character of a text, in its order. */
export function* suspiciousIn(text: string): Generator<SuspiciousCharacter> {
  let line = 1;
  let lineStart = 0;
  for (const found of text.matchAll(pattern)) {
    const odd = found.groups?.['odd'];
    const isBreak = odd === '\r' || odd === '\n' || found[0] === '\r\n';
    if (isBreak) {
      line++;
      lineStart = found.index + found[0].length;
    } else if (odd !== undefined && odd !== '\t') {
      yield { line, column: found.index - lineStart + 1, ...described(odd) };
    }
  }
}

function described(character: string): Pick<SuspiciousCharacter, 'code' | 'name' | 'kind'> {
  const point = character.codePointAt(0) ?? 0;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  const kind = /\p{Bidi_Control}/u.test(character)
    ? 'bidirectional'
    : /\p{Cc}/u.test(character)
      ? 'control'
      : 'invisible';
  return { code, kind, name: names[point] ?? `${kind} character` };
}

/** As Unicode calls those that are met most. */
const names: Readonly<Record<number, string>> = {
  0x00: 'null',
  0x08: 'backspace',
  0x1b: 'escape',
  0x7f: 'delete',
  0xad: 'soft hyphen',
  0x34f: 'combining grapheme joiner',
  0x61c: 'Arabic letter mark',
  0x115f: 'Hangul choseong filler',
  0x1160: 'Hangul jungseong filler',
  0x180e: 'Mongolian vowel separator',
  0x200b: 'zero width space',
  0x200c: 'zero width non-joiner',
  0x200d: 'zero width joiner',
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x2028: 'line separator',
  0x2029: 'paragraph separator',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2060: 'word joiner',
  0x2061: 'function application',
  0x2062: 'invisible times',
  0x2063: 'invisible separator',
  0x2064: 'invisible plus',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'pop directional isolate',
  0x3164: 'Hangul filler',
  0xfeff: 'zero width no-break space',
  0xffa0: 'halfwidth Hangul filler',
};
