import { helper, method, type Native, type NativeTable } from './native.ts';
import { call, level, piece, receiver, type Piece } from './piece.ts';

/** The key or value of the pair at which a walk is: a name of the loop that walks. */
const walked =
  (part: 'key' | 'value'): Native =>
  (p, given) => {
    const walk = p.walks.findLast(({ map }) => map === given.self.text);
    if (walk === undefined) return p.missing(given.span, 'port-walk', { what: given.name });
    walk.used[part] = true;
    return { ...piece(walk[part]), isPlain: true };
  };

const step: Native = (p, given) => p.missing(given.span, 'port-walk', { what: given.name });

const increase =
  (decimals: number): Native =>
  (p, { self, args: [key = piece("''"), by = piece('1')] }): Piece =>
    call(`${p.need('addToKey')}(${self.text}, ${key.text}, ${by.text}, ${String(decimals)})`);

export const mapNatives: NativeTable = {
  'Map.insert': method('set'),
  'Map.exists': method('has'),
  'Map.size': (_p, { self }) => call(`${receiver(self)}.size`),
  'Map.get': (p, given) => ({ ...method('get')(p, given), nullable: true }),
  'Map.getWithFallback': (_p, { self, args: [key = piece("''"), other = piece("''")] }) =>
    piece(`${receiver(self)}.get(${key.text}) ?? ${other.text}`, level.nullish),
  'Map.getKey': walked('key'),
  'Map.getVal': walked('value'),
  'Map.first': step,
  'Map.next': step,
  'Map.eof': step,
  'Map.increaseValueForKey(String,Integer)': increase(0),
  'Map.increaseValueForKey(String,Float)': increase(6),
  'Map.remove': method('delete'),
  'Map.clear': method('clear'),
  'Map.toJson': (p, { self }) =>
    call(`JSON.stringify(Object.fromEntries(${p.need('sortedEntries')}(${self.text})))`),
  'Map.fromJson': helper('mapFromJson'),
  'new Map()': () => piece('new Map<string, string>()'),
  'new Map(String)': helper('mapFromText'),
  mapValue: (_p, { args: [value = piece("''")] }) => piece(`new Map([['value', ${value.text}]])`),
};
