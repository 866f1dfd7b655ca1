import { missing, type NativeFunction } from '../../crmscript/library.ts';

/** A method that needs a server, as the tables give it: it compiles, and fails when it is called (crm §19). */
export const absent = (owner: string, signature: string): NativeFunction =>
  missing(signature, `${owner}.${/(\w+)\(/.exec(signature)?.[1] ?? ''}`);
