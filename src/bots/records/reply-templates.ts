import type { LibraryPart, NativeClass, NativeContext, NativeFunction } from '../../crmscript/library.ts';
import { by, callerOf } from '../crmscript/caller-of.ts';
import { absent } from '../crmscript/absent.ts';
import { lookUp } from './lookups.ts';
import { getValue, load, RecordValue } from './records.ts';
import { cellOf, type TextRow } from './rows.ts';

/* Reply templates from two tables: reply_template, and reply_template_body with a row for each language (crm §11.7). */

/** The text of a template in a language; without one a null text. */
function bodyOf(
  context: NativeContext,
  name: string,
  template: number,
  language: number,
  column: string,
): string | null {
  const fits = (row: TextRow): boolean =>
    cellOf('', row, 'reply_template_id') === String(template) &&
    cellOf('', row, 'language_id') === String(language);
  const row = lookUp(callerOf(context), name).find(fits);
  return row === undefined ? null : cellOf('', row, column);
}

const inLanguage = (name: string, column: string): NativeFunction => ({
  signature: `String ${name}(Integer language)`,
  run: (context, self: RecordValue, language: number) =>
    bodyOf(context, `ReplyTemplate.${name}`, self.id, language, column),
});

const replyTemplate: NativeClass = {
  name: 'ReplyTemplate',
  differs:
    "A row of the workspace's table `reply_template`, its texts in `reply_template_body`: subject, body_plain and body_html for each reply_template_id and language_id.",
  make: () => new RecordValue('ReplyTemplate', 'reply_template'),
  constructors: [
    { signature: 'ReplyTemplate()', run: () => new RecordValue('ReplyTemplate', 'reply_template') },
  ],
  methods: [
    { signature: 'Bool load(Integer id)', run: by(load) },
    {
      signature: 'String getName()',
      run: (context, self: RecordValue) => getValue(callerOf(context), self, 'name'),
    },
    inLanguage('getSubject', 'subject'),
    inLanguage('getPlainBody', 'body_plain'),
    inLanguage('getHtmlBody', 'body_html'),
    absent('ReplyTemplate', 'String getSmsBody(Integer language)'),
    absent('ReplyTemplate', 'Integer[] getAttachments(Integer lang)'),
  ],
};

export const replyTemplatePart: LibraryPart = {
  classes: [replyTemplate],
  functions: [
    {
      signature: 'String getReplyTemplateBody(Integer id, Bool useHTML, Integer langId)',
      differs: 'from the table `reply_template_body`',
      run: (context, id: number, html: boolean, language: number) =>
        bodyOf(context, 'getReplyTemplateBody', id, language, html ? 'body_html' : 'body_plain'),
    },
    {
      signature: 'String getReplyTemplateSubject(Integer id, Integer langId)',
      differs: 'from the table `reply_template_body`',
      run: (context, id: number, language: number) =>
        bodyOf(context, 'getReplyTemplateSubject', id, language, 'subject'),
    },
  ],
};
