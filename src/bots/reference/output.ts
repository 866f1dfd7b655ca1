import { productModules } from '../crmscript/product-modules.ts';

/* Printing, testing, encoding, templates, and what stands around a script (crm §11.2 to §11.6). */
export const output = `
print | Prints a text without a line break. Here it goes to the Console; no customer sees it. | s: the text
printLine | Prints a text and a line break. Here it goes to the Console; no customer sees it. | line: the text
printDebug | Prints a text for the author of the script. | debug: the text
printBinary | Prints bytes as they are. | data: the bytes
log | Writes a line to the debug log, which stays also when the script fails. | msg: the line
logMessage | Writes a line to the log file. | message: the line
exitWithMessage | Ends the script with a last message. | message: what it says
sleep | Waits. | seconds: how long; parts of a second are allowed
assert | Fails the script where this is not true. | condition: what has to be true
assertEquals | Fails the script where both are not the same. | a: what is there; b: what is expected
enableDebug | Lets a browser with this key stop the script. | debugId: the key
debugWait | Waits for the debugger. | info: what it shows there
forceSaveTrace | Whether the trace of this run is kept, whatever else says so. | doSave: true keeps it
pauseTracing | Stops writing the trace, or goes on; pauses within pauses are counted. | pause: true stops
flushCaches | Empties the server's caches.
getWarnings | The warnings of this run.
getPID | The number of the server's process.
encodeBase64 | Bytes as a text in Base64. | data: the bytes; wrapLines: breaks it into lines, which it does unless told otherwise
decodeBase64, decodeBase64AsStream | The bytes of a text in Base64. | base64: the text
encodeBase32 | Bytes as a text in Base32. | data: the bytes
encodeSHA1 | The SHA-1 of a text, in hexadecimal. | value: the text
encodeSHA256 | The HMAC of a text with SHA-256, in hexadecimal. | key: the secret; value: the text
encodeHMACSHA1, encodeHMACSHA256, encodeHMACSHA512 | The HMAC of a text with this hash. | key: the secret; value: the text
simpleTwoWay | Scrambles bytes, and makes them readable again when it is called a second time. | data: the bytes
makePassword | A random password. | length: how many characters; seed: the characters that it is made of
htmlConvToText | The text of a piece of HTML, without its tags. | text: the HTML
combineHtmlStrings | Several HTML pages as one. | htmlStrings: the pages
decodeDBValue | The value in how the database writes it: 23 of [I:23]. | dbValue: as it is written there
isValidPhoneNumber | Whether it is written as a telephone number. | nr: the number; isMultiple: there may be several, with commas
idToLang | The code of a language: en, no, de. | langId: its number
langToId | The number of a language. | langCode: its code: en, no, de
getUserLang, getSystemLang | The language of the user, or of the system.
getSystemFlags | The switches of the system, as bits.
getVariable | A variable of this run: what the event gave (as getInputValue), developmentMode, includeId and others. | name: its name
setVariable | Changes a variable of this run. | name: its name; value: its text
getVariables | All variables of this run.
getGlobalVariable | A variable that all runs share. | name: its name
setGlobalVariable | Changes a variable that all runs share. | name: its name; value: its text
getSessionVariable, getSessionVariables | A variable of the user's login session, or all of them. | name: its name
setSessionVariable | Changes a variable of the user's login session. | name: its name; value: its text
getGlobalStaticMap | One map for the whole run, whichever function asks for it.
getCurrent | A value that the screen at hand has kept. | key: its name
setCurrent | Keeps a value for the screen at hand. | key: its name; value: its text
getScriptId | The number of a script. | idString: its include name
executeScript | Runs a text as a script and returns what it printed. | script: the source; values: its variables, which getVariable finds there
getParser | The parser of this run, from which templates take their values.
setParserVariable | Changes a variable of the parser. | name: its name; value: its text
getParserVariable | A variable of the parser. | varName: its name; row: which of its rows, from 0
getParserVariableCount | How many rows a variable of the parser has. | varName: its name
getParserVariableAsCSV | The rows of a variable with commas. | paramName: its name; forceQuoting: puts each in quotes
getParserParameter | A parameter with which the template was called. | name: its name; index: which of them, from 0
getParserParameterCount | How many such parameters there are. | paramName: their name
Parser.setVariable | Puts one value under a name. | name: the name; value: its text
Parser.addVariable | Adds a row under a name. | field: the name; value: its text
Parser.getVariable | One row under a name. | name: the name; row: which one, from 0
Parser.getVariableCount | How many rows there are under a name. | name: the name
Parser.parseString | A text in which each [[name]] has its value. | stringToParse: the text
Parser.evaluateString | What a template returns. | stringToParse: the template
Parser.toParser | Copies all variables into another parser. | parser: the other one
cgiWasPost | Whether the page was asked for with POST.
getCgiContent | The body with which the page was asked for.
getCgiUrl | The address with which the page was asked for.
getCgiVariable, getCgiVariableArray, getCgiVariables | A field of the form or of the address, all of its values, or all fields. | varName: its name; name: its name
getHttpHeader | A header with which the page was asked for. | headerName: its name
buildUrl | The address of this screen.
getNtUser | The name with which the browser is logged in to Windows.
getExecutable | The name of the program that runs the script.
getProgram, getExternalProgram | The address of a module of the product. | progId: the number of the module
${productModules
  .map(
    (part) =>
      `getProgram${part}, getExternalProgram${part} | The address of this module, inside and outside of the house.`,
  )
  .join('\n')}
`;
