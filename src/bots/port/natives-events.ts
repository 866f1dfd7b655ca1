import { roles } from '../api/input-names.ts';
import type { Native, NativeTable } from './native.ts';
import { call, level, literal, piece, property, rawOf, receiver, type Piece } from './piece.ts';

/** The names of inputs in their own letter case: CRMScript did not mind it. */
const documented: ReadonlyMap<string, string> = new Map(
  roles.flatMap(({ names }) => names.split(' ')).map((name) => [name.toLowerCase(), name]),
);

/** An element of one of the objects of `context.eventData`. */
const member = (self: Piece, field: string, name: Piece): string => {
  const raw = rawOf(name);
  const object = `${receiver(self)}.${field}`;
  if (raw === undefined) return `${object}[${name.text}]`;
  return property(object, documented.get(raw.toLowerCase()) ?? raw);
};

const read =
  (field: string): Native =>
  (_p, { self, args: [name = literal('')] }) => ({ ...call(member(self, field, name)), nullable: true });

const written =
  (field: string): Native =>
  (_p, { self, args: [name = literal(''), value = literal('')] }) =>
    piece(`${member(self, field, name)} = ${value.text}`, level.assignment);

const get =
  (field: string): Native =>
  (_p, { self }) =>
    call(`${receiver(self)}.${field}`);

const set =
  (field: string): Native =>
  (_p, { self, args: [value = literal('')] }) =>
    piece(`${receiver(self)}.${field} = ${value.text}`, level.assignment);

const all =
  (field: string): Native =>
  (_p, { self }) =>
    call(`new Map<string, string>(Object.entries(${receiver(self)}.${field}))`);

/** What a script is given by the request that runs it. */
const given =
  (field: 'cgiVariables' | 'headers'): Native =>
  (_p, { args: [name = literal('')] }) => {
    const raw = rawOf(name);
    const object = `context.eventData.${field}`;
    const text = raw === undefined ? `${object}[${name.text}]` : property(object, raw);
    return { ...call(text), nullable: true };
  };

/** The variables of a run that the dialect has, too. */
const variables: ReadonlySet<string> = new Set(['developmentMode', 'includeId', 'activeUser']);

const variable: Native = (p, given) => {
  const raw = rawOf(given.args[0]);
  if (raw === undefined || !variables.has(raw))
    return p.missing(given.span, 'port-missing', { what: given.name });
  return call(`String(context.variables.${raw})`);
};

/** Holds back what is about to happen, and says why. */
const refuse: Native = (_p, { self, args: [message = literal('')] }) =>
  piece(
    `${receiver(self)}.blockExecution = true;\n${receiver(self)}.message = ${message.text}`,
    level.assignment,
  );

export const eventNatives: NativeTable = {
  getVariable: variable,
  'EventData.setValidationMessage': refuse,
  getEventData: () => call('context.eventData'),
  'new EventData': () => call('context.eventData'),
  'EventData.getType': get('type'),
  'EventData.getInputValue': read('inputValues'),
  'EventData.getInputValues': all('inputValues'),
  'EventData.setOutputValue': written('outputValues'),
  'EventData.getStateValue': read('stateValues'),
  'EventData.getStateValues': all('stateValues'),
  'EventData.setStateValue': written('stateValues'),
  'EventData.getMessage': get('message'),
  'EventData.setMessage': set('message'),
  'EventData.getBlockExecution': get('blockExecution'),
  'EventData.setBlockExecution': set('blockExecution'),
  'EventData.getNavigateTo': get('navigateTo'),
  'EventData.setNavigateTo': set('navigateTo'),
  getCgiVariable: given('cgiVariables'),
  getCgiVariables: () => call('new Map<string, string>(Object.entries(context.eventData.cgiVariables))'),
  getCgiContent: () => call('context.eventData.cgiContent'),
  getHttpHeader: given('headers'),
  log: (p, one) => helperless('console.log')(p, one),
  logMessage: (p, one) => helperless('console.log')(p, one),
  printDebug: (p, one) => helperless('console.debug')(p, one),
};

/** A function that JavaScript has. */
function helperless(name: string): Native {
  return (_p, { args: [text = literal('')] }) => call(`${name}(${text.text})`);
}
