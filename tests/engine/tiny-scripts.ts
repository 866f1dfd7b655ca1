import type { CallSite } from '../../src/engine/events.ts';
import { HostError } from '../../src/engine/script-call.ts';
import type { RunScript, ScriptCall, ScriptResult } from '../../src/engine/script-call.ts';
import { thrown } from '../../src/engine/codes.ts';

/**
 * A language of one verb a line, so that the engine is tested without any real one: `post 1 text`,
 * `later 3 text`, `reset`, `status 7`, `typing 1`, `print x`, `set name value`, `get url`, `send url text`, `rewrite text`,
 * `block`, `fail`; `send` says what it got, and sends that where the text is `last`; `when 5 …` runs the rest of the line only in that status.
 */
export const runTinyScript: RunScript = (call) => {
  const run = new TinyRun(call);
  return run.all();
};

class TinyRun {
  readonly #call: ScriptCall;
  readonly #session: number;
  readonly #outputs: Record<string, string> = {};
  #blocked = false;
  #last = '';

  constructor(call: ScriptCall) {
    this.#call = call;
    const inputs = new Map(call.inputs());
    this.#session = Number(inputs.get('chatSession.id') ?? inputs.get('chatMessage.sessionId') ?? 0);
  }

  all(): ScriptResult {
    for (const [index, line] of this.#call.script.source.split('\n').entries()) {
      this.#call.meter.statements++;
      this.#call.meter.price++;
      try {
        this.#line(line, { script: this.#call.script.id, line: index + 1 });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        const where = { file: this.#call.script.name, line: index + 1, column: 1 };
        return {
          data: this.#data(),
          failure: { kind: 'GeneralException', failure: thrown(error.message), ...where, stack: [] },
        };
      }
    }
    return { data: this.#data() };
  }

  #data = () => ({ outputs: this.#outputs, state: {}, blocked: this.#blocked, message: '' });

  #line(line: string, site: CallSite): void {
    const { host } = this.#call;
    const [verb = '', first = '', ...rest] = line.split(' ');
    const text = rest.join(' ');
    switch (verb) {
      case 'when':
        if (new Map(this.#call.inputs()).get('chatSession.status') === first) this.#line(text, site);
        return;
      case 'post':
        host.addChatMessage(site, this.#message(Number(first), text));
        return;
      case 'later':
        host.addChatMessage(site, {
          ...this.#message(1, text),
          whenPosted: host.now() + Number(first) * 1000,
        });
        return;
      case 'reset':
        host.resetChat(site, this.#session);
        return;
      case 'status':
        host.setChatStatus(site, this.#session, Number(first));
        return;
      case 'typing':
        host.setUserIsTyping(site, this.#session, first === '1');
        return;
      case 'print':
        host.print(site, 'print', `${first} ${String(host.random())}`);
        return;
      case 'set':
        host.setVariable(site, 'global', first, text);
        return;
      case 'get':
        host.http(site, { method: 'GET', url: first, headers: {}, body: '' });
        return;
      case 'send': {
        const body = text === 'last' ? this.#last : text;
        this.#last = host.http(site, { method: 'POST', url: first, headers: {}, body }).body;
        host.addChatMessage(site, this.#message(1, `got ${this.#last}`));
        return;
      }
      case 'rewrite':
        this.#outputs['chatMessage.message'] = first;
        return;
      case 'block':
        this.#blocked = true;
        return;
      case 'fail':
        throw new HostError('It failed.');
    }
  }

  #message = (type: number, text: string) => ({
    session: this.#session,
    text,
    type,
    author: '',
    specialType: text.startsWith('[') ? 17 : 0,
    specialParam: text.startsWith('[') ? text : '',
  });
}
