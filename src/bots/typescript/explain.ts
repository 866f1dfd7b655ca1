import ts from 'typescript';
import type { Description, Hover, SignatureHelp } from '../../crmscript/complete.ts';
import { argumentsOf, docOf, notesOf, plain } from './describe.ts';
import type { Places } from './places.ts';
import type { ScriptProject } from './project.ts';

/** What is known about the name at a place in the joined text. */
export function hoverAt(project: ScriptProject, places: Places, offset: number, own: string): Hover | null {
  const { service, file } = project;
  const found = service.getQuickInfoAtPosition(file, offset);
  if (found === undefined) return null;
  const tags = found.tags ?? [];
  const given = argumentsOf(tags);
  const declared = declaredAt(project, places, offset, own);
  const about: Description = {
    signature: plain(found.displayParts),
    parameters: [],
    notes: notesOf(tags),
    doc: docOf(found.documentation),
    ...(given && { arguments: given }),
    ...(declared && { declared }),
  };
  const { start, length } = found.textSpan;
  return { start, end: start + length, about: [about] };
}

function declaredAt(
  project: ScriptProject,
  places: Places,
  offset: number,
  own: string,
): Description['declared'] {
  const found = definitionAt(project, places, offset);
  if (found === null) return undefined;
  return found.file === own ? { line: found.line } : { file: found.file, line: found.line };
}

/** Where the name at a place is declared; null where that is in no script. */
export function definitionAt({ service, file }: ScriptProject, places: Places, offset: number) {
  const found = service.getDefinitionAtPosition(file, offset)?.find(({ fileName }) => fileName === file);
  return found === undefined
    ? null
    : places.spanOf(found.textSpan.start, found.textSpan.start + found.textSpan.length);
}

/** The overloads of the call around a place. */
export function signatureAt(project: ScriptProject, offset: number): SignatureHelp | null {
  const { service, file } = project;
  const found = service.getSignatureHelpItems(file, offset, undefined);
  if (found === undefined) return null;
  const { source } = project.program();
  const before = source.text.slice(0, found.applicableSpan.start);
  const name = /[\w$]*\s*[(<]?\s*$/.exec(before)?.[0] ?? '';
  return {
    start: found.applicableSpan.start - name.length,
    signatures: found.items.map(describeItem),
    active: found.selectedItemIndex,
    argument: found.argumentIndex,
  };
}

function describeItem(item: ts.SignatureHelpItem): Description {
  let signature = ts.displayPartsToString(item.prefixDisplayParts);
  const separator = ts.displayPartsToString(item.separatorDisplayParts);
  const parameters = item.parameters.map(({ displayParts }, index): readonly [number, number] => {
    if (index > 0) signature += separator;
    const from = signature.length;
    signature += ts.displayPartsToString(displayParts);
    return [from, signature.length];
  });
  signature += ts.displayPartsToString(item.suffixDisplayParts);
  const given = item.parameters.map(({ name, documentation }) => ({
    name,
    says: docOf(documentation),
    values: '',
  }));
  return {
    signature,
    parameters,
    notes: notesOf(item.tags),
    doc: docOf(item.documentation),
    ...(given.some(({ says }) => says !== '') && { arguments: given }),
  };
}
