/* SearchEngine and its like, and the records of tables (crm §14). */
const records = [
  'Ticket',
  'Customer',
  'Company',
  'Message',
  'User',
  'ExtraTable',
  'Category',
  'EabEntry',
  'InvoiceEntry',
  'Attachment',
];

export const searching = `
SearchEngine.addField | Asks for a column. | field: the column, as table.column, or further through columns that name rows: ticket.cust_id.firstname; function: what is done with its values
SearchEngine.addFields | Asks for several columns of one table. | table: the table; fields: the columns, with commas
SearchEngine.addCriteria | Asks only for rows that meet a condition. | field: the column, as table.column; function: what is done with its value first; compOperator: how it is compared; value: with what; rowOperator: how the next condition is joined to this one; priority: a higher number stands in parentheses
SearchEngine.addComparison | Asks only for rows in which one column compares with another. | field1: the one column; func1: what is done with it first; compOperator: how they are compared; field2: the other column; func2: what is done with it first; rowOperator: how the next condition is joined to this one; priority: a higher number stands in parentheses
SearchEngine.addHaving | As addCriteria, for the groups that setGroup makes. | field: the column; function: what is done with the values of a group; compOperator: how it is compared; value: with what; rowOperator: how the next condition is joined to this one; priority: a higher number stands in parentheses
SearchEngine.addOrder | Puts the rows in order of a column; the next one counts among equal rows. | field: the column; function: what is done with its values first; ascending: true begins with the least
SearchEngine.addData | Says what insert or update writes into a column. | field: the column; value: its new text
SearchEngine.addDataField | Says from which other column insert or update takes a column's value. | field1: the column that is written; field2: the one that is read; function: what is done with it first
SearchEngine.setLimit | Finds so many rows at most. | number: how many
SearchEngine.setDBDistinct | Leaves out rows that are equal in all columns. | p_0: true leaves them out
SearchEngine.setDistinct | Leaves out rows that are equal in one column. | field: the column
SearchEngine.setGroup | Makes one row of all that are equal in the columns without a function. | set: true groups
SearchEngine.bypassNetServer | Goes to the database itself, which functions of columns need. | p_0: true does
SearchEngine.execute, select | Searches, goes to the first row, and returns how many there are.
SearchEngine.eof | Whether there are no more rows.
SearchEngine.first, next | Goes to the first row, or to the next; false where there is none.
SearchEngine.countRows | How many rows were found.
SearchEngine.countColumns | How many columns were asked for.
SearchEngine.getField | A column of the row at hand, as text. | num: which of those that were added, from 0; name: the column as it was added; function: with which it was added
SearchEngine.insert | Adds a row with the data and returns its number.
SearchEngine.update | Writes the data into all rows that meet the conditions.
SearchEngine.delete | Deletes all rows that meet the conditions.
SearchEngine.executeTextTable, executeHTMLTable, executeJSON | Searches, and returns what was found as a text of this kind.
SearchEngine.executeToJSONBuilder | Searches, and adds what was found to a JSONBuilder. | jb: the builder; fields: the names of the columns, with commas; arrayName: the name of the list
SearchEngine.executeInto | Searches, and adds what was found to a matrix. | matrix: the matrix
SearchEngine.buildSql | The search as SQL. | type: select, insert, update or delete
SearchEngine.findAlternativeFields | The columns whose names begin so. | fieldBeginsWith: table. and the beginning of a column
SearchEngine.getFieldsJSON | The columns that were asked for, as JSON.
GenericSearch.addField | Asks for a field. | field: the field; fieldMask: in which form it is wanted
GenericSearch.addCriteria | Asks only for rows that meet a condition. | field: the field; operator: how it is compared; value: with what; andOr: how the next condition is joined to this one; concatLevel: a higher number stands in parentheses
GenericSearch.addComparison | Asks only for rows in which one field compares with another. | field1: the one field; compOperator: how they are compared; field2: the other field; rowOperator: how the next condition is joined to this one; concatLevel: a higher number stands in parentheses
GenericSearch.addOrder | Puts the rows in order of a field. | field: the field; asc: true begins with the least
GenericSearch.setLimit | Finds so many rows at most. | limit: how many
GenericSearch.setLanguage | The language of the values that are shown. | languageId: its number
GenericSearch.execute | Searches, and goes to the first row.
GenericSearch.eof | Whether there are no more rows.
GenericSearch.first, next | Goes to the first row, or to the next; false where there is none.
GenericSearch.countRows | How many rows were found.
GenericSearch.get | A field of the row at hand. | field: the field; id: which of those that were added; fieldMask: in which form it is wanted
Cache.getData | Reads a list of the product. | tableId: the list
Cache.getDataSubset | Reads the rows of a list that have this value. | tableId: the list; filterField: the column; filterValue: its value
Cache.sort | Puts the rows in order of a column. | field: the column; order: true begins with the least
Cache.first, next | Goes to the first row, or to the next; false where there is none.
Cache.eof | Whether there are no more rows.
Cache.getRow | The row at hand, its columns by name.
${records
  .flatMap((name) => [
    `${name}.load | Reads the row with this number; false where there is none. | id: the number; p_id: the number`,
    `${name}.getValue | A column of the row, as text. | colName: the column; field: the column; name: the column`,
    `${name}.setValue | Changes a column of the row; save writes it. | colName: the column; field: the column; name: the column; column: the column; value: its new text`,
    `${name}.save | Writes what was changed, as a new row where none was loaded, and returns its number.`,
  ])
  .join('\n')}
Ticket.toParser, toParserRaw, Customer.toParser, Company.toParser, Message.toParser, User.toParser | Puts all columns into a parser, for templates. | theParser: the parser; parser: the parser
Customer.findFromEmail, findFromCellphone | Reads the customer with this address, or this number; false where there is none. | email: the address; cellphone: the number
ExtraTable.delete, EabEntry.delete, Attachment.remove | Deletes the row.
ExtraTable.getValues | All columns of the row, by name.
Attachment.getBase64, getRaw | What is in the attachment, in Base64 or as it is.
Attachment.saveBase64 | Puts something into the attachment. | attachment: what it is, in Base64
ReplyTemplate.load | Reads a template; false where there is none. | id: its number
ReplyTemplate.getName | The name of the template.
ReplyTemplate.getSubject, getPlainBody, getHtmlBody | Its subject, its text or its HTML in a language. | language: the number of the language
getReplyTemplateBody | The text of a reply template in a language. | id: its number; useHTML: as HTML, or as plain text; langId: the number of the language
getReplyTemplateSubject | The subject of a reply template in a language. | id: its number; langId: the number of the language
Knowledge.buildExternalEntryURLWithParser | The address under which customers see an entry of the FAQ. | kbId: the entry; parser: the values for its template
Knowledge.rebuildFaqSearch | Takes a changed entry of the FAQ into the search. | kbEntryId: the entry; originalTitle: its title before
NSBLOBAgent.GetBlobStream | The bytes that are kept under a number. | blobEntityId: the number
NSBLOBAgent.SetBlobStream | Keeps other bytes under a number. | blobEntityId: the number; stream: the bytes
getActiveUser | The user who is logged in.
getUsername | The user name of a user. | userId: the user
getExtraTable | A row of a table of one's own. | name: the table
authenticateCustomer | The number of the customer with this login; 0 is nobody. | username: the user name; password: the password
getCustomerMainEmail | The first address of a customer. | custId: the customer
getCategoryIdFromFullname | The number of a category of requests. | name: its name with those above it: Support/Hardware
getPriorityIdFromName, getStatusIdFromName | The number of a priority, or of a status of requests. | name: its name
convertStatus | The name of a status of requests. | status: its number
`;
