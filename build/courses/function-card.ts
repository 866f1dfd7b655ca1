import { libraryWith } from '../../src/bots/bot-library.ts';
import { inputEntries } from '../../src/bots/reference/inputs.ts';
import { entries } from '../../src/bots/reference/reference.ts';
import { link } from '../../src/crmscript/analysis/link.ts';
import { arrayMethods } from '../../src/crmscript/library/collections/array.ts';
import { nameOf } from '../../src/crmscript/library/superoffice/tables.ts';

/** What the card of functions has, in its order: those that a bot of the courses needs, and a few more. */
const groups = {
  messages: ['addChatMessage', 'setUserIsTyping'],
  session: ['resetChat', 'setChatStatus'],
  event: [
    'getEventData',
    'EventData.getInputValue',
    'EventData.setOutputValue',
    'EventData.setBlockExecution',
  ],
  texts: [
    'String.toInteger',
    'String.toLower',
    'String.find',
    'String.getLength',
    'String.subString',
    'String.substitute',
    'Integer.toString',
  ],
  lists: ['Array.pushBack', 'Array.length', 'Array.toJsonString', 'Map.get', 'Map.exists', 'Map.fromJson'],
  http: ['HTTP.get', 'HTTP.post', 'HTTP.addHeader', 'HTTP.hasError', 'HTTP.getErrorMessage', 'HTTP.getValue'],
  json: ['parseJSON', 'XMLNode.getValueFromPath', 'XMLNode.getChildren'],
  rows: [
    'SearchEngine.addField',
    'SearchEngine.addCriteria',
    'SearchEngine.execute',
    'SearchEngine.eof',
    'SearchEngine.next',
    'SearchEngine.getField',
    'faqSearch',
  ],
  time: ['DateTime.addSec', 'DateTime.addMin', 'DateTime.toString'],
  printing: ['log', 'print'],
} as const;

/** The values of events that bots read most. */
const inputs = [
  'chatSession.id',
  'chatSession.status',
  'chatSession.topicId',
  'status.old',
  'status.new',
  'chatMessage.sessionId',
  'chatMessage.message',
  'chatMessage.type',
  'chatMessage.specialType',
  'chatTopic.botName',
];

const linked = link(libraryWith(undefined));

function signaturesOf(name: string): readonly string[] {
  const [owner = '', method = ''] = name.includes('.') ? name.split('.') : ['', name];
  if (owner === '') return linked.functionsOf(method).map(({ native }) => native.signature);
  if (owner === 'Array')
    return arrayMethods
      .filter(({ signature }) => nameOf(signature) === method)
      .map(({ signature }) => signature);
  const type = linked.type(owner);
  if (type === undefined || !('definition' in type)) return [];
  return (type.definition.methods.get(method) ?? []).map(({ native }) => native.signature);
}

/** The card of functions: what a bot needs, as the interpreter has it and the editor explains it. */
export function functionCard() {
  const functions = Object.entries(groups).map(([group, names]) => ({
    group,
    rows: names.map((name) => {
      const signatures = signaturesOf(name);
      const says = entries().get(name)?.says;
      if (signatures.length === 0 || says === undefined) throw new Error(`The reference has no ${name}.`);
      const [owner] = name.includes('.') ? name.split('.') : [''];
      return { ...(owner === '' ? {} : { of: owner }), signature: signatures[0], says };
    }),
  }));
  const values = inputs.map((name) => {
    const entry = inputEntries[name];
    if (entry === undefined) throw new Error(`Events have no ${name}.`);
    return { signature: name, says: entry.says };
  });
  return [...functions, { group: 'inputs', rows: values }];
}
