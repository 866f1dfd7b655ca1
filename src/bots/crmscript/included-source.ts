import type { SourceFile } from '../../crmscript/compile.ts';
import type { Script } from '../../engine/definition.ts';
import { fileOf } from '../../engine/registration.ts';

/** What a script gives to one in CRMScript that includes it: its text, unless it is in another language. */
export const includedSource = (found: Script): SourceFile | 'other-language' =>
  found.language === 'crmscript' ? { file: fileOf(found), source: found.source } : 'other-language';
