/* What the methods of String do (crm §10.1). */
export const texts = `
String.getLength | How many characters it has; 0 where there is no value.
String.isNull | Whether it has no value at all.
String.isEmpty | Whether there is nothing in it.
String.toLower, toUpper | A copy in small, or in capital letters.
String.isLower, isUpper | Whether all its characters are small, or capital letters; digits and blanks are neither.
String.isAlpha, isDigit, isAlphanumeric | Whether all its characters are letters, digits, or one of both; false when it is empty.
String.isNumber | Whether it begins with a number: "123nok" does.
String.equals | Whether both texts are the same. | value: the other text
String.equalsIgnoreCase | Whether both texts are the same but for capital letters. | value: the other text
String.compare | Below 0 when it comes before the other text, above 0 when after it, 0 when they are the same; capital letters come first. | value: the other text
String.caseCompare | As compare, whatever the letter case. | value: the other text
String.toBool | True for "1" and "true", in any letter case.
String.toInteger, toLong | The number with which it begins; a null number where it begins with none.
String.toFloat | The decimal number with which it begins; a comma or a point may stand in it.
String.toString | The text itself.
String.toByteArray | Its characters as bytes in ISO-8859-1; what does not fit becomes a question mark.
String.beginsWith, endsWith | Whether it begins, or ends, with exactly this text. | substring: the text that it may begin or end with
String.caseBeginsWith, caseEndsWith | As beginsWith and endsWith, whatever the letter case. | substring: the text that it may begin or end with
String.find | Where the text first stands in it, counted from 0; -1 where it does not. | substring: what is looked for
String.findCase | As find, whatever the letter case. | substring: what is looked for
String.findLast | Where the text last stands in it, counted from 0; -1 where it does not. | substring: what is looked for
String.subString | So many characters of it from a place on; fewer where it ends before. | pos: the first character, counted from 0, and no further than the last; len: how many characters
String.until, before | What stands before the first such text; all of it where there is none. | pattern: the text before which it ends
String.beforeLast | What stands before the last such text; all of it where there is none. | pattern: the text before which it ends
String.after | What stands behind the first such text; nothing where there is none. | pattern: the text behind which it begins
String.afterLast | What stands behind the last such text; nothing where there is none. | pattern: the text behind which it begins
String.split | Its parts between the delimiters, empty ones too. | delimiter: what stands between the parts; not empty
String.parseCSV | The fields of one line of comma-separated values, without their quotes. | delimiter: the one character between the fields
String.substitute | A copy in which every such text is another one. | src: what is replaced, letter for letter; dest: what stands there instead
String.regexp | The first place that fits the pattern, whatever the letter case: [0] is all of it, [1] and on are its groups; empty where nothing fits. | pattern: a regular expression, each backslash written twice
String.append | Puts something at the end of the variable itself. | value: the text; character: a byte, as a character of ISO-8859-1
String.getLine | Takes the first line off the variable, with its line break, and returns it.
String.wrap | Breaks the lines of the variable itself after so many characters. | length: the longest line; ignoreQuote: leaves lines that begin with > as they are
String.getWord | One of the words between blanks; nothing where there are fewer. | pos: which one, counted from 0
String.keepChars | A copy with none but these characters. | charsToKeep: the characters that stay
String.stripLeading, stripTrailing, stripLeadingAndTrailing | A copy without these characters at its beginning, its end, or both. | characters: all characters that are taken away
String.prettyChop | So many characters of it and three points; all of it where it is not longer. | length: how many characters stay
String.quote | A copy in which every line begins with this text. | quoteString: mostly "> "
String.escape | A copy with a backslash before each of these characters. | chars: the characters that get one
String.htmlEncode, htmlDecode | A copy in which characters that HTML takes for its own are written as entities, or the other way round.
String.xmlEncode, xmlDecode | A copy in which characters that XML takes for its own are written as entities, or the other way round.
String.urlEncode, urlDecode | A copy as it may stand in an address (a blank is %20), or the other way round.
String.utf8Encode | A copy in which each byte of its UTF-8 is a character of its own, as texts go out over HTTP.
String.utf8Decode | The text that such bytes of UTF-8 mean, as texts come in over HTTP; unchanged where they are none.
String.isValidEmail | Whether it is written as an e-mail address.
String.toDate, toDateTime, toTime | The date or time that it is written as: 2026-03-02, 2026-03-02 09:00:00, 09:00:00.
String.extractHtmlBody | What stands in the body of an HTML page. | convertBodyToDiv: puts it into a div with the attributes of the body
String.extractHtmlHead | What stands in the head of an HTML page. | stripTitle: leaves the title out
String.isHtmlDocument | Whether it looks like a whole page of HTML.
String.getEmails | The addresses in a list as mail programs write it; none at all where one is wrong.
String.parseSOMultiLanguageString | What stands in it for one language: US:"text";NO:"tekst". | language: the number of the language
`;
