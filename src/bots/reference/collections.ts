/* Arrays, maps, lists and their like (crm §10.3, §10.5, §10.6, §10.10). */
export const collections = `
Map.insert | Puts a value under a key, in place of one that is there, and goes back to the first pair. | key: its name; value: its text
Map.exists | Whether there is such a key. | key: its name
Map.size | How many pairs there are.
Map.get | What stands under a key; a null text where nothing does. | key: its name
Map.getWithFallback | What stands under a key, or something else where nothing does. | key: its name; fallback: what is returned then
Map.getKey, getVal | The key, or the value, of the pair at hand.
Map.increaseValueForKey | Adds to the number under a key, from 0 where there is none. | key: its name; value: how much
Map.remove | Takes a key and its value away. | key: its name
Map.clear | Takes all pairs away.
Map.eof | Whether there are no more pairs.
Map.first, next | Goes to the first pair, or to the next; false where there is none. Pairs are in the order of their keys.
Map.toJson | All pairs as a JSON object of texts.
Map.fromJson | Adds the members of a JSON object. | json: the object, as text
mapValue | A map with this one value, under the key value. | value: its text
Vector.parseString | Adds the parts of a text. | text: the text; delimiter: what stands between the parts
Vector.removeAt | Takes one element out. | index: which one, from 0
Vector.get | One element. | index: which one, from 0
Vector.set | Changes one element. | index: which one, from 0; value: its new text
Vector.size | How many elements there are.
Vector.toIntegerArray, toStringArray | Its elements as an array.
Vector.buildString | All elements as one text. | delimiter: what goes between them
Vector.pushBack | Adds an element at the end. | element: its text
Array.length | How many elements there are.
Array.pushBack, pushFront | Adds an element at the end, or at the beginning. | value: the element; without it, one as its type begins
Array.popBack, popFront | Takes the last, or the first, element out and returns it.
Array.first, last | The first, or the last, element.
Array.insert | Puts an element before another one. | index: before which one, from 0; value: the element
Array.clear | Takes all elements away.
Array.sort | Puts the elements in order; structs by their method compare.
Array.buildString | All elements as one text. | delimiter: what goes between them
Array.toJsonString | The elements as a JSON array.
Array.fromJsonString | Adds the elements of a JSON array. | json: the array, as text
Array.toJson | Adds the elements to a JSONBuilder. | builder: the builder
Array.fromXMLNode | Adds the elements that a node holds. | node: a node of parseJSON
Struct.toJsonString | The fields as a JSON object.
Struct.fromJsonString | Takes the fields from a JSON object. | json: the object, as text
Struct.toJson | Adds the fields to a JSONBuilder. | builder: the builder
Struct.fromXMLNode | Takes the fields from a node. | node: a node of parseJSON
StringMatrix.addRow | Adds an empty row.
StringMatrix.addCell | Adds a cell to the last row. | value: its text
StringMatrix.setCell | Changes a cell. | row: from 0; column: from 0; value: its new text
StringMatrix.getCell | The text of a cell. | row: from 0; column: from 0
StringMatrix.getNumRows | How many rows there are.
StringMatrix.getNumColumns | How many cells a row has. | row: from 0
StringMatrix.deleteRow | Takes a row away. | row: from 0
StringMatrix.clear | Takes all rows away.
StringObjectDictionary.insertInteger, insertFloat, insertString, insertBool, insertDateTime | Puts a value of this type under a key. | key: its name; value: the value
StringObjectDictionary.getInteger, getFloat, getString, getBool, getDateTime | The value of this type under a key. | key: its name
FHBitSet.set | Takes 32 bits over. | value: as one number; rep: as a text of noughts and ones
FHBitSet.getBitNo | Whether a bit is set. | number: which one, from 0
FHBitSet.setBitNo | Sets a bit, or clears it. | number: which one, from 0; val: true sets it
FHBitSet.toInteger | The bits as one number.
FHBitSet.toLsbString | The bits as noughts and ones, the lowest first.
GenericToBool, GenericToByte, GenericToDate, GenericToDateTime, GenericToFloat, GenericToInteger, GenericToString, GenericToTime, GenericToTimeSpan, GenericToArray | What a Generic holds, as this type; it fails where it holds another one. | value: the Generic
getStructMembers | The names of a struct's fields. | name: the name of the struct
getGenericValue | The variable of a name, or a field of a struct. | name: the name; struct: the struct that has the field
getTypeName | The name of the type that a Generic holds. | generic: the Generic
getTypeDimensions | How many dimensions an array in a Generic has; 0 is no array. | value: the Generic
typeIsStruct | Whether a Generic holds a struct. | generic: the Generic
convertGenericToString | What a Generic holds, as text. | variable: the Generic
setGenericFromString | Changes the variable in a Generic to what a text means. | generic: the Generic; value: the text
`;
