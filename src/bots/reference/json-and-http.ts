/* JSON, XML and HTTP (crm §10.7, §10.8). */
export const jsonAndHttp = `
parseJSON, parseJSON2 | JSON as a tree of nodes: members are children of their name, the elements of an array are called item. | jsonDocument: the JSON, as text
parseXML | XML as a tree of nodes. | xmlDocument: the XML, as text
XMLNode.toString | The node as XML. | indent: how many blanks each level is moved in
XMLNode.toJSON | The node as JSON. | indent: how many blanks each level is moved in
XMLNode.addChild | Adds a node inside of it. | node: the other node
XMLNode.getChildren, setChildren | The nodes inside of it, in order. | children: the new ones
XMLNode.getName, setName | The name of the node. | name: the new name
XMLNode.getParameter | An attribute of the node. | name: its name; of JSON, type says what the value is
XMLNode.setParameter | Changes an attribute of the node. | name: its name; value: its text
XMLNode.getText, setText | The text in the node. | text: the new text
XMLNode.getValueFromPath | The text of a node further in; a null text where there is none. | path: names of children, or their places from 0, with points between: answers.0.text
XMLNode.getNodeFromPath | A node further in; an empty one where there is none. | path: names of children, or their places from 0, with points between
JSONBuilder.pushObject | Begins an object. | object: its name; "" at the beginning and in an array
JSONBuilder.pushArray | Begins an array. | array: its name; "" at the beginning and in an array
JSONBuilder.popLevel | Ends the object or array at hand.
JSONBuilder.finalize | Ends everything that is open.
JSONBuilder.addString, addInteger, addFloat, addBoolean | Adds a value of this type. | key: its name; "" in an array; value: the value
JSONBuilder.getString | The JSON so far, as text.
JSONBuilder.setPrettyPrint | Whether it is written over several lines. | indent: how many blanks each level is moved in; 0 writes one line
NSStream.GetStream | Its bytes.
NSStream.SetStream | Changes its bytes. | stream: the bytes
HTTP.get, getAsStream | Asks an address with GET and returns the bytes of the answer. Offline, a mock answers. | url: the address
HTTP.post, postAsStream | Sends to an address with POST and returns the bytes of the answer. Offline, a mock answers. | url: the address
HTTP.put, putAsStream | Sends to an address with PUT and returns the bytes of the answer. Offline, a mock answers. | url: the address
HTTP.patch, patchAsStream | Sends to an address with PATCH and returns the bytes of the answer. Offline, a mock answers. | url: the address
HTTP.delete, deleteAsStream | Asks an address with DELETE and returns the bytes of the answer. Offline, a mock answers. | url: the address
HTTP.open, openAsStream | Asks an address with GET, or with POST where something is to be sent. Offline, a mock answers. | url: the address
HTTP.addHeader | Adds a header to the request. | name: its name; value: its text
HTTP.setValue | Sets a field of the form or of the address. | cgiVariable: its name; value: its text
HTTP.setOption | Changes how the request is made. | name: which option; value: its text
HTTP.addBinaryData | Sends these bytes as the body. | binaryData: the bytes
HTTP.hasError | Whether the last call came to nothing. An answer with a status such as 404 is no error.
HTTP.getErrorMessage | Why the last call came to nothing.
HTTP.getValue | Something about the last answer. | name: statusCode is its status
HTTP.getResponseHeader | A header of the last answer. | header: its name, in any letter case
HTTP.getResponseHeaders | All headers of the last answer, their names in small letters.
HTTP.setDebugMode | Whether the calls are written down for getDebug. | debug: true writes them down
HTTP.getDebug | What was written down.
`;
