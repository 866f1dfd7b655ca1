import type { LibraryPart } from '../../crmscript/library.ts';
import { worldOf, type Caller } from '../api/caller.ts';
import { by } from '../crmscript/caller-of.ts';
import { cellOf, rowsOf, type TextRow } from './rows.ts';
import { rowCost, timeIn } from './search.ts';

/* Functions that look something up in a table of the world (crm §11.7). Who is not found has no number. */

/** The rows of a table; without it the function is not there, in a way that a script can catch. */
export function lookUp(caller: Caller, name: string): readonly TextRow[] {
  const table = lookupTables.get(name) ?? '';
  const found = rowsOf(worldOf(caller), table, timeIn(caller));
  if (found === undefined) {
    return caller.fail(
      'NotAvailableOffline',
      `${name} needs a SuperOffice database. Add a table \`${table}\` to the world to continue.`,
    );
  }
  caller.spend(10 * rowCost * found.length);
  return found;
}

/** The table of each function. */
export const lookupTables: ReadonlyMap<string, string> = new Map([
  ['authenticateCustomer', 'customer'],
  ['getCustomerMainEmail', 'customer'],
  ['getCategoryIdFromFullname', 'ej_category'],
  ['getPriorityIdFromName', 'ticket_priority'],
  ['getStatusIdFromName', 'ticket_status'],
  ['convertStatus', 'ticket_status'],
  ['getReplyTemplateBody', 'reply_template_body'],
  ['getReplyTemplateSubject', 'reply_template_body'],
  ['ReplyTemplate.getSubject', 'reply_template_body'],
  ['ReplyTemplate.getPlainBody', 'reply_template_body'],
  ['ReplyTemplate.getHtmlBody', 'reply_template_body'],
]);

/** Whether a text of the world is a given one, in any letter case. */
export function isNamed(caller: Caller, name: string): (held: string | null) => boolean {
  caller.payForCase(name);
  const wanted = name.toLowerCase();
  return (held) => {
    if (held === null) return false;
    caller.payForCase(held);
    return held.toLowerCase() === wanted;
  };
}

/** The id of the row that is called so. */
const idOfName = (name: string) => (caller: Caller, text: string) => {
  const is = isNamed(caller, text);
  return lookUp(caller, name).find((row) => is(cellOf('', row, 'name')))?.id ?? null;
};

/** `Support/Product A/bugs`: as the row says, else the names of its parents and its own. */
function fullName(row: TextRow, byId: ReadonlyMap<number, TextRow>): string {
  const own = cellOf('ej_category', row, 'fullname');
  if (own !== null) return own;
  const names: string[] = [];
  const seen = new Set<TextRow>();
  let at: TextRow | undefined = row;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    names.unshift(cellOf('ej_category', at, 'name') ?? '');
    const parent: string | null =
      cellOf('ej_category', at, 'parent') ?? cellOf('ej_category', at, 'parent_id');
    at = byId.get(Number(parent ?? 0));
  }
  return names.join('/');
}

/** To put a category's name together of those of its parents. */
const workOfName = 1024;

function categoryOf(caller: Caller, text: string): number | null {
  const all = lookUp(caller, 'getCategoryIdFromFullname');
  const byId = new Map(all.map((row) => [row.id, row]));
  const is = isNamed(caller, text);
  return (
    all.find((row) => {
      const name = fullName(row, byId);
      caller.work(workOfName + 16 * name.length);
      return is(name);
    })?.id ?? null
  );
}

/** A customer's id for its user name and password, as they stand in the table; else a null Integer. */
function authenticate(caller: Caller, username: string, password: string): number | null {
  const is = isNamed(caller, username);
  const found = lookUp(caller, 'authenticateCustomer').find(
    (row) =>
      is(cellOf('customer', row, 'username')) &&
      cellOf('customer', row, 'password') === password &&
      password !== '',
  );
  return found?.id ?? null;
}

function mainEmail(caller: Caller, id: number): string | null {
  const row = lookUp(caller, 'getCustomerMainEmail').find((one) => one.id === id);
  if (row === undefined) return null;
  return cellOf('customer', row, 'main_email') ?? cellOf('customer', row, 'email');
}

export const lookupPart: LibraryPart = {
  functions: [
    {
      signature: 'Integer authenticateCustomer(String username, String password)',
      differs: 'compares the columns `username` and `password` of the table `customer`',
      run: by(authenticate),
    },
    {
      signature: 'String getCustomerMainEmail(Integer custId)',
      differs: 'from the table `customer`, or the contacts of the workspace',
      run: by(mainEmail),
    },
    {
      signature: 'Integer getCategoryIdFromFullname(String name)',
      differs: 'from the table `ej_category`, by `fullname`, or by `name` and `parent`',
      run: by(categoryOf),
    },
    {
      signature: 'Integer getPriorityIdFromName(String name)',
      differs: 'from the table `ticket_priority`',
      run: by(idOfName('getPriorityIdFromName')),
    },
    {
      signature: 'Integer getStatusIdFromName(String name)',
      differs: 'from the table `ticket_status`',
      run: by(idOfName('getStatusIdFromName')),
    },
    {
      signature: 'String convertStatus(Integer status)',
      differs: 'the name in the table `ticket_status`',
      run: by((caller, id: number) => {
        const row = lookUp(caller, 'convertStatus').find((one) => one.id === id);
        return row === undefined ? null : cellOf('ticket_status', row, 'name');
      }),
    },
  ],
};
