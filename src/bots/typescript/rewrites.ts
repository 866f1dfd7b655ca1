import ts from 'typescript';
import { canAwait } from './awaits.ts';
import type { Change } from './joined-diagnostic.ts';

/* What the calls of our own functions are in SuperOffice's dialect. */

const chat = 'soApi.getChatAgent()';

const messageTypes = ['Invalid', 'ToCustomer', 'ToUser', 'Special'];
const specialTypes =
  'None Welcome Url Block - NewSession TransferedSession Error SessionDeleted FaqSuccessQuestion ClosedByUser ClosedByCustomer ClosedByIdle TransferRejected ReopenedByCustomer ClickedOption BotMessage Options IllegalFileType'.split(
    ' ',
  );
const statuses =
  'Invalid PreChatForm Faq OfflineForm InQueue CustomerLast UserLast Finished Deleted Closed RequestPosted ClosedFromQueue'.split(
    ' ',
  );

/** A text of the dialect for a number that is written out. */
function named(names: readonly string[], node: ts.Expression | undefined): string | undefined {
  if (node === undefined || !ts.isNumericLiteral(node)) return undefined;
  const name = names[Number(node.text)];
  return name === undefined || name === '-' ? undefined : `'${name}'`;
}

type Call = {
  readonly node: ts.CallExpression;
  readonly args: readonly string[];
  /** Its value is used. */
  readonly isUsed: boolean;
  /** What the method is called on, where it is one. */
  readonly on: string;
};

const waiting = (call: string, { isUsed }: Call): string => (isUsed ? `(await ${call})` : `await ${call}`);

function addChatMessage(call: Call): string | undefined {
  const { args, node, isUsed } = call;
  const [session = '', message = '', , author = '', , param = '""', when] = args;
  const type = named(messageTypes, node.arguments[2]);
  const special = named(specialTypes, node.arguments[4]);
  if (type === undefined || special === undefined) return undefined;
  const fields = [
    `type: ${type}`,
    message === 'message' ? message : `message: ${message}`,
    author === 'author' ? author : `author: ${author}`,
    ...(special === "'None'" ? [] : [`specialType: ${special}`]),
    ...(/^(?:""|'')$/.test(param) ? [] : [`specialParam: ${param}`]),
    ...(when === undefined ? [] : [`whenPosted: ${when}`]),
  ];
  const added = waiting(`${chat}.addChatMessageAsync(${session}, { ${fields.join(', ')} })`, call);
  return isUsed ? `${added}.chatMessageId` : added;
}

function setChatStatus(call: Call): string | undefined {
  const [session = ''] = call.args;
  const status = named(statuses, call.node.arguments[1]);
  if (status === undefined) return undefined;
  const entity = `...(await ${chat}.getChatSessionEntityAsync(${session}))`;
  return waiting(`${chat}.saveChatSessionEntityAsync({ ${entity}, status: ${status} })`, call);
}

/** A call becomes an assignment only where its value is not used. */
const assigned = ({ isUsed }: Call, target: string, operator: string, value: string): string | undefined =>
  isUsed ? undefined : `${target} ${operator} ${value}`;

const at = (on: string, list: string, name = ''): string => {
  const text = /^(["'])([A-Za-z_$][\w$]*)\1$/.exec(name)?.[2];
  return text === undefined ? `${on}.${list}[${name}]` : `${on}.${list}.${text}`;
};

/** By name; a method of EventData stands behind a point. */
const rewrites: Readonly<Record<string, (call: Call) => string | undefined>> = {
  addChatMessage,
  setChatStatus,
  resetChat: (call) => waiting(`${chat}.resetChatSessionAsync(${call.args[0] ?? ''})`, call),
  getEventData: () => 'context.eventData',
  print: (call) => assigned(call, 'context.result.body', '+=', call.args[0] ?? "''"),
  printLine: (call) => {
    const [text] = call.args;
    return assigned(call, 'context.result.body', '+=', text === undefined ? "'\\n'" : `\`\${${text}}\\n\``);
  },
  '.getType': ({ on }) => `${on}.type`,
  '.getInputValue': ({ on, args }) => at(on, 'inputValues', args[0]),
  '.getInputValues': ({ on }) => `${on}.inputValues`,
  '.getStateValue': ({ on, args }) => at(on, 'stateValues', args[0]),
  '.getStateValues': ({ on }) => `${on}.stateValues`,
  '.getMessage': ({ on }) => `${on}.message`,
  '.getBlockExecution': ({ on }) => `${on}.blockExecution`,
  '.getNavigateTo': ({ on }) => `${on}.navigateTo`,
  '.setOutputValue': (call) =>
    assigned(call, at(call.on, 'outputValues', call.args[0]), '=', call.args[1] ?? "''"),
  '.setStateValue': (call) =>
    assigned(call, at(call.on, 'stateValues', call.args[0]), '=', call.args[1] ?? "''"),
  '.setMessage': (call) => assigned(call, `${call.on}.message`, '=', call.args[0] ?? "''"),
  '.setBlockExecution': (call) => assigned(call, `${call.on}.blockExecution`, '=', call.args[0] ?? 'true'),
  '.setNavigateTo': (call) => assigned(call, `${call.on}.navigateTo`, '=', call.args[0] ?? "''"),
  '.showDialog': (call) => assigned(call, `${call.on}.showDialog`, '=', call.args[0] ?? 'undefined'),
  '.setValidationMessage': (call) => {
    const said = assigned(call, `${call.on}.message`, '=', call.args[0] ?? "''");
    return said === undefined ? undefined : `${said}, (${call.on}.blockExecution = true)`;
  },
};

/** Whether one of our functions, or methods, has something that does the same in the dialect. */
export const hasRewrite = (name: string): boolean => Object.hasOwn(rewrites, name);

/** The call as the dialect has it; undefined where that cannot be told from what is written, or `await` not be written there. */
export function rewriteOf(node: ts.CallExpression, source: ts.SourceFile): Change | undefined {
  const { expression } = node;
  const isMethod = ts.isPropertyAccessExpression(expression);
  const name = isMethod ? `.${expression.name.text}` : expression.getText(source);
  const rewrite = hasRewrite(name) ? rewrites[name] : undefined;
  // What is called on getEventData() is called on the event data.
  const receiver = isMethod ? expression.expression.getText(source) : '';
  const call: Call = {
    node,
    args: node.arguments.map((one) => one.getText(source)),
    isUsed: !ts.isExpressionStatement(node.parent),
    on: receiver.replace(/^getEventData\(\)$/, 'context.eventData'),
  };
  const text = rewrite?.(call);
  if (text === undefined || (text.includes('await ') && !canAwait(node))) return undefined;
  return { start: node.getStart(source), end: node.getEnd(), text };
}
