import type { LibraryPart } from '../parts.ts';
import type { NativeContext } from '../../analysis/types/native.ts';
import { jsonBuilderClass } from './json-builder.ts';
import { coded } from '../../codes.ts';
import { readJson } from './value-json.ts';
import { nodeOf, phantom, XmlNode } from '../xml/xml-node.ts';

/** An empty text is an empty node: bots parse the bodies of failed calls (crm Q31). */
function parse(context: NativeContext, text: string, name: string, withBug: boolean): XmlNode {
  context.work(16 * text.length);
  if (text.trim() === '') return new XmlNode('root');
  const json = readJson(context, text, name);
  return nodeOf(context, 'root', json, () => {
    if (!withBug) return undefined;
    context.environment.hint(context.site, coded('json-empty-array', {}));
    return phantom();
  });
}

export const jsonPart: LibraryPart = {
  classes: [jsonBuilderClass],
  functions: [
    {
      signature: 'XMLNode parseJSON(String jsonDocument)',
      differs: 'an empty array has one child, as there, unless the option parseJsonEmptyArrayBug is off',
      run: (context, text: string) =>
        parse(context, text, 'parseJSON', context.environment.options.parseJsonEmptyArrayBug),
    },
    {
      signature: 'XMLNode parseJSON2(String jsonDocument)',
      run: (context, text: string) => parse(context, text, 'parseJSON2', false),
    },
  ],
};
