import type { Channel } from '../definition.ts';
import type { SessionFields } from '../events.ts';
import {
  askedForm,
  problemsInForm,
  type FormAnswers,
  type FormProblem,
  type FormProblemSaid,
} from '../form-rule.ts';
import type { FormFields, FormName, InputOf } from '../inputs.ts';
import { channelOf } from '../channel-of.ts';
import { status, ticketOriginChat } from '../numbers.ts';
import { coded, type CodedText } from '../codes.ts';
import { following } from '../step-draft.ts';
import type { Cause, StepDraft } from '../step-draft.ts';
import { afterPreChatForm, againstOfflineForm } from '../start-rule.ts';
import { chatLog } from '../transcript.ts';
import { customerScreen } from '../views.ts';
import type { Session } from '../world.ts';
import { changeStatus } from './status.ts';

type Submission = InputOf<'customer.submitsForm'>;

const formStatus: Readonly<Record<FormName, number>> = {
  preChat: status.preChatForm,
  offline: status.offlineForm,
  postChat: status.finished,
};

/** The customer submits one of the three forms; what is wrong with it is said field by field. */
export function submitsForm(
  draft: StepDraft,
  because: Cause,
  session: Session,
  input: Submission,
): CodedText | null {
  const channel = channelOf(draft.world, session);
  const hidden = problemWithForm(draft, session, input.form);
  if (hidden !== null) return hidden;
  if (input.form === 'offline' && !channel.offlineForm.requests.enabled) {
    return coded('no-requests', { channel: channel.name });
  }
  const answers = answersOf(channel, session, input);
  const asked = askedForm(channel, input.form, draft.world.tables, answers);
  const problems = problemsInForm(asked, answers);
  if (problems.length > 0) return coded('form-problems', { problems: told(problems, answers.fields ?? {}) });
  switch (input.form) {
    case 'preChat':
      return submitPreChat(draft, because, session, channel, input);
    case 'offline':
      return submitOffline(draft, because, session, channel, input);
    case 'postChat':
      return submitPostChat(draft, because, session, channel, input);
  }
}

/** The customer closes a form without sending it (T24, T27, T28). */
export function dismissesForm(
  draft: StepDraft,
  because: Cause,
  session: Session,
  input: InputOf<'customer.dismissesForm'>,
): CodedText | null {
  const hidden = problemWithForm(draft, session, input.form);
  if (hidden !== null) return hidden;
  if (input.form === 'preChat') changeStatus(draft, because, session.id, status.closed, 'T28');
  if (input.form === 'offline') changeStatus(draft, because, session.id, status.finished, 'T24');
  if (input.form === 'postChat') changeStatus(draft, because, session.id, status.closed, 'T27');
  return null;
}

/** The customer goes back from the post-chat form to the conversation: nothing changes until they write (T26, Q68). */
export function returns(draft: StepDraft, because: Cause, session: Session): CodedText | null {
  const hidden = problemWithForm(draft, session, 'postChat');
  if (hidden === null) draft.emit(because, { type: 'customer.returned', session: session.id }, 'Q68');
  return hidden;
}

function problemWithForm(draft: StepDraft, session: Session, form: FormName): CodedText | null {
  const off = form === 'postChat' && customerScreen(draft.world, session) !== 'postChat';
  if (session.status === formStatus[form] && !off) return null;
  return coded('form-not-shown', { session: session.id, form, status: session.status });
}

/** S3: T05 to the FAQ, T06 to the queue, T07 to the offline form when nobody is there any more. */
function submitPreChat(
  draft: StepDraft,
  because: Cause,
  session: Session,
  channel: Channel,
  input: Submission,
): CodedText | null {
  const seq = draft.emit(
    because,
    { type: 'session.updated', session: session.id, form: 'preChat', fields: fieldsOf(input) },
    'S3',
  );
  const next = following(because, seq);
  if (againstOfflineForm(draft.world, channel, session.botActive, draft.now).length === 0) {
    changeStatus(draft, next, session.id, status.offlineForm, 'T07');
    return null;
  }
  const to = afterPreChatForm(draft.world, channel, session.faqDone);
  changeStatus(draft, next, session.id, to, to === status.faq ? 'T05' : 'T06');
  return null;
}

/** S19: a request with the channel's category and priority, whose number the customer is shown. */
function submitOffline(
  draft: StepDraft,
  because: Cause,
  session: Session,
  channel: Channel,
  input: Submission,
): CodedText | null {
  const { requests } = channel.offlineForm;
  const request = draft.world.requests.length + 1;
  const question = input.fields?.question ?? '';
  const updated = draft.emit(
    because,
    {
      type: 'session.updated',
      session: session.id,
      form: 'offline',
      fields: fieldsOf(input),
    },
    'S19',
  );
  const created = draft.emit(
    following(because, updated),
    {
      type: 'request.created',
      session: session.id,
      request,
      title: question.trim().split('\n', 1)[0]?.slice(0, 80).trim() ?? '',
      category: requests.category,
      priority: requests.priority,
      origin: ticketOriginChat,
      text: question,
    },
    'T64',
  );
  const next = following(because, created);
  draft.emit(next, { type: 'session.updated', session: session.id, fields: { ticket: request } }, 'S19');
  const to = draft.world.options.strictDiagram ? status.finished : status.requestPosted;
  changeStatus(draft, next, session.id, to, 'T23');
  return null;
}

/** T27: rating and transcript, then the session is definitively closed (T62, T63). */
function submitPostChat(
  draft: StepDraft,
  because: Cause,
  session: Session,
  channel: Channel,
  input: Submission,
): CodedText | null {
  const form = channel.postChatForm;
  const rating = form.rating ? (input.rating ?? 0) : 0;
  const email = answersOf(channel, session, input).fields?.email?.trim() ?? '';
  const wantsTranscript = form.transcript && input.transcript === true;
  let next = because;
  if (rating > 0) {
    next = following(
      because,
      draft.emit(next, { type: 'session.rated', session: session.id, rating }, 'T63'),
    );
  }
  if (wantsTranscript) {
    const text = chatLog(draft.world, session.id, 'customer', draft.now);
    const seq = draft.emit(next, { type: 'transcript.made', session: session.id, email, text }, 'T62');
    next = following(because, seq);
  }
  changeStatus(draft, next, session.id, status.closed, 'T27');
  return null;
}

/** What counts as answered: a transcript goes to the address of the session unless the form names another. */
function answersOf({ postChatForm }: Channel, session: Session, input: Submission): FormAnswers {
  if (input.form !== 'postChat') return input;
  const { rating, ...others } = input;
  const { transcript } = input;
  return {
    ...others,
    ...(postChatForm.rating && rating !== undefined && { rating }),
    fields:
      postChatForm.transcript && transcript === true
        ? { email: input.fields?.email ?? session.customer.email }
        : {},
  };
}

/** Which fields cannot be taken and why; what has no form of its own is shown as it was given (T-14, T-15). */
const told = (problems: readonly FormProblem[], fields: FormFields): readonly FormProblemSaid[] =>
  problems.map((problem) => {
    if (problem.field === 'consent' || problem.field === 'rating' || problem.code === 'missing')
      return problem;
    return { ...problem, given: (fields[problem.field] ?? '').trim().slice(0, 80) };
  });

function fieldsOf({ fields = {}, consent }: Submission): SessionFields {
  const given: SessionFields = {};
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.trim()] as const] : [],
  );
  return { ...given, ...Object.fromEntries(entries), ...(consent !== undefined && { consented: consent }) };
}
