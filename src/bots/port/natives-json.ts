import { finding, helper, type Native, type NativeTable } from './native.ts';
import { call, level, piece, receiver, type Piece } from './piece.ts';
import type { NativeCall } from './calls.ts';

/** A member of a JSON object that a loop has, or the children by themselves. */
const nameOfNode: Native = (p, given) => {
  const walk = p.walks.findLast(({ map }) => map === given.self.text);
  if (walk === undefined) return p.missing(given.span, 'port-carrier', { what: 'XMLNode.getName' });
  walk.used.key = true;
  return { ...piece(walk.key), isPlain: true };
};

const xml =
  (what: string): Native =>
  (p, given) =>
    p.missing(given.span, 'port-carrier', { what });

const add: Native = (p, { self, args: [key = piece("''"), value = piece('null')] }) =>
  call(`${receiver(self)}.add(${key.text}, ${value.text})`);

const pushed =
  (level: '{}' | '[]'): Native =>
  (_p, { self, args: [key = piece("''")] }) =>
    call(`${receiver(self)}.push(${key.text}, ${level})`);

const sent =
  (verb: string): Native =>
  (p, { self, selfNode, args: [url = piece("''")] }) => {
    p.awaits();
    const variable = p.variableIn(selfNode);
    if (variable !== undefined && p.answers.has(variable))
      return { ...piece(`await ${self.text}.text()`, level.unary), isText: true };
    return { ...piece(`await ${receiver(self)}.send('${verb}', ${url.text})`, level.unary), isText: true };
  };

const stored =
  (field: 'headers' | 'options' | 'values'): Native =>
  (_p, { self, nodes: [name], args: [key = piece("''"), value = piece("''")] }) => {
    const option = field === 'options' && name?.kind === 'string' ? name.text.toLowerCase() : undefined;
    const at = option === undefined ? key.text : `'${option}'`;
    return piece(`${receiver(self)}.${field}[${at}] = ${value.text}`, level.assignment);
  };

/** An option that fetch has no use for. */
const option: Native = (p, given) => {
  const [name] = given.nodes;
  const known = name?.kind === 'string' && /^parameters(?:UTF8)?$/i.test(name.text);
  if (known) return stored('options')(p, given);
  p.note(given.span, 'port-option', { what: name?.kind === 'string' ? name.text : given.name });
  return stored('options')(p, given);
};

const value: Native = (p, given) => {
  const [name] = given.nodes;
  const isStatus = name?.kind === 'string' && name.text.toLowerCase() === 'statuscode';
  if (isStatus) return statusOf(given);
  return {
    ...piece(`${receiver(given.self)}.values[${given.args[0]?.text ?? "''"}]`, level.call),
    nullable: true,
  };
};

const statusOf = ({ self }: NativeCall): Piece => ({
  ...call(`String(${receiver(self)}.status)`),
  within: { embedded: `\${${receiver(self)}.status}` },
});

export const jsonNatives: NativeTable = {
  parseJSON: helper('readJson'),
  parseJSON2: helper('readJson'),
  'XMLNode.getValueFromPath': finding('textAt'),
  'XMLNode.getNodeFromPath': helper('nodeAt'),
  'XMLNode.getChildren': (_p, { self }) => ({ ...call(`Object.values(${self.text})`) }),
  'XMLNode.getName': nameOfNode,
  'XMLNode.getText': (p, { self }) => ({ ...call(`${p.need('textAt')}(${self.text}, '')`), nullable: true }),
  'XMLNode.toJSON': (p, { self, args: [indent = piece('0')] }) =>
    call(`${p.need('toJson')}(${self.text}${indent.text === '0' ? '' : `, ${indent.text}`})`),
  'XMLNode.*': (p, given) => p.missing(given.span, 'port-carrier', { what: given.name }),
  'new XMLNode': xml('XMLNode'),
  parseXML: xml('parseXML'),
  'JSONBuilder.pushObject': pushed('{}'),
  'JSONBuilder.pushArray': pushed('[]'),
  'JSONBuilder.popLevel': (_p, { self }) => call(`${receiver(self)}.pop()`),
  'JSONBuilder.finalize': (_p, { self }) => call(`${receiver(self)}.finalize()`),
  'JSONBuilder.addString': add,
  'JSONBuilder.addInteger': add,
  'JSONBuilder.addFloat': add,
  'JSONBuilder.addBoolean': add,
  'JSONBuilder.getString': (p, { self, selfNode }) => {
    const variable = p.variableIn(selfNode);
    const indent = variable && p.objects.get(variable);
    if (indent === undefined) return call(`${receiver(self)}.toString()`);
    if (indent !== '0') return call(`JSON.stringify(${self.text}, null, ${indent})`);
    return call(`${p.need('toJson')}(${self.text})`);
  },
  'JSONBuilder.setPrettyPrint': (_p, { self, args: [indent = piece('0')] }) =>
    piece(`${receiver(self)}.indent = ${indent.text}`, level.assignment),
  'new JSONBuilder': (p) => call(`new ${p.need('JsonBuilder')}()`),
  'HTTP.get': sent('GET'),
  'HTTP.post': sent('POST'),
  'HTTP.put': sent('PUT'),
  'HTTP.patch': sent('PATCH'),
  'HTTP.delete': sent('DELETE'),
  'HTTP.addHeader': stored('headers'),
  'HTTP.setValue': stored('values'),
  'HTTP.setOption': option,
  'HTTP.addBinaryData': (p, { self, nodes: [node], args: [body = piece("''")] }) => {
    p.mark('text', p.variableIn(node));
    const own = receiver(self);
    return piece(`${own}.body = (${own}.body ?? '') + ${body.text}`, level.assignment);
  },
  'HTTP.hasError': (_p, { self }) => ({
    ...piece(`${receiver(self)}.error !== ''`, level.equality),
    negated: `${receiver(self)}.error === ''`,
  }),
  'HTTP.getErrorMessage': (_p, { self }) => call(`${receiver(self)}.error`),
  'HTTP.getValue': value,
  'HTTP.getResponseHeader': (p, { self, selfNode, args: [name = piece("''")] }) => {
    const variable = p.variableIn(selfNode);
    const answer =
      variable !== undefined && p.answers.has(variable) ? self.text : `${receiver(self)}.answer?`;
    return { ...call(`${answer}.headers.get(${name.text})`), nullable: true };
  },
  'new HTTP': (p) => call(`new ${p.need('Http')}()`),
};
