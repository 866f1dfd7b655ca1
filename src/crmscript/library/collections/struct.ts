import type { NativeFunction } from '../../analysis/types/native.ts';
import type { StructValue } from '../../run/values.ts';
import type { JsonBuilderValue } from '../json/json-builder.ts';
import { writeJson } from '../json/json-text.ts';
import { chargeWritten } from '../text/text.ts';
import { fillStruct, readJson, toJsonValue } from '../json/value-json.ts';
import { jsonOf, type XmlNode } from '../xml/xml-node.ts';

/** What every struct can do; its own methods come first (crm §5.6). */
export const structMethods: readonly NativeFunction[] = [
  {
    signature: 'String toJsonString()',
    run: (context, self: StructValue) => {
      const text = writeJson(toJsonValue(context, self, self.type));
      return chargeWritten(context, text);
    },
  },
  {
    signature: 'Void fromJsonString(String json)',
    run: (context, self: StructValue, text: string) => {
      fillStruct(context, self, readJson(context, text, 'fromJsonString'));
    },
  },
  {
    signature: 'Void toJson(JSONBuilder builder)',
    run: (context, self: StructValue, builder: JsonBuilderValue) => {
      const json = toJsonValue(context, self, self.type);
      if (json.kind === 'object') builder.merge(context, json);
    },
  },
  {
    signature: 'Void fromXMLNode(XMLNode node)',
    run: (context, self: StructValue, node: XmlNode) => {
      fillStruct(context, self, jsonOf(context, node));
    },
  },
];
