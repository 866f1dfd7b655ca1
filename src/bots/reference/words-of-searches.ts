import type { Choice, Choices } from '../../crmscript/reference.ts';

const choices = (title: string, lines: string): Choices => ({
  title,
  choices: lines
    .trim()
    .split('\n')
    .map((line): Choice => {
      const [, text = '', says = ''] = /^\s*(\S+)\s*(.*)$/.exec(line) ?? [];
      return { text, says };
    }),
});

/** How a column is compared (crm §14). */
export const operators = choices(
  'Operator',
  `
  OperatorEquals Both are the same, whatever the letter case.
  OperatorNotEquals They are not the same.
  OperatorGt It is greater.
  OperatorGte It is greater or the same.
  OperatorLt It is less.
  OperatorLte It is less or the same.
  OperatorLike It fits the pattern: % is any run of characters, _ any one.
  OperatorNotLike It does not fit the pattern.
  OperatorBeginsWith It begins with the text.
  OperatorEndsWith It ends with the text.
  OperatorContains The text stands in it.
  OperatorNotContains The text does not stand in it.
  OperatorIn It is one of the values, which have commas between them.
  OperatorNotIn It is none of the values, which have commas between them.
  OperatorIs It has no value.
  OperatorIsNot It has a value.`,
);

/** How a condition is joined to the next one. */
export const joins = choices(
  'Row operator',
  `
  OperatorAnd Both have to be met.
  OperatorOr One of them has to be met.
  OperatorNotAnd Not both of them may be met.
  OperatorNotOr None of them may be met.`,
);

/** What can be done with the values of a column. */
export const functions = choices(
  'Function',
  `
  FuncCount How many values there are in the group.
  FuncSum The sum of the group.
  FuncAvg The average of the group.
  FuncMin The least of the group.
  FuncMax The greatest of the group.
  FuncHour The hour of a time.
  FuncWday The day of the week of a time.
  FuncUpper The value in capital letters.
  FuncLower The value in small letters.`,
);

export const statements = choices(
  'Statement',
  'select What execute asks.\ninsert What insert writes.\nupdate What update writes.\ndelete What delete takes away.',
);

/** What HTTP.setOption can change (crm §10.8). */
export const httpOptions = choices(
  'Option',
  `
  timeout After how many seconds it gives up.
  followLocation Whether it goes where the answer sends it: 1 or 0.
  verifyPeer Whether the certificate has to be good: 1 or 0.
  verifyHost Whether the certificate has to be of this host: 1 or 0.
  username The user name that is sent.
  password The password that is sent.
  authenticationMethod How user name and password are sent: basic.
  parameters The body as it is; its first character, meant to be a question mark, is dropped.
  parametersUTF8 As parameters, in UTF-8.`,
);

export const answerValues = choices('Value', 'statusCode The status of the answer, such as 200.');

export const requestHeaders = choices(
  'Header',
  `
  Content-Type What the body is: application/json.
  Accept What the answer may be.
  Accept-Language In which language the answer is wanted.
  Authorization Who asks: Bearer and a token, say.
  User-Agent Which program asks.`,
);

export const mediaTypes = choices(
  'Type',
  `
  application/json JSON
  application/json;charset=utf-8 JSON, in UTF-8
  application/x-www-form-urlencoded The fields of a form
  application/xml XML
  text/plain A text`,
);

export const answerHeaders = choices(
  'Header',
  `
  content-type What the body is.
  content-length How long the body is, in bytes.
  location Where to go instead.
  retry-after When to try again.
  set-cookie A cookie to send back.
  date When it was answered.`,
);
