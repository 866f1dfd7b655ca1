import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import type { Path } from '../frame/router.ts';

/** What mends a hint besides a change of its text: a place in the settings, or something that is done at once. */
export type Remedy =
  | { readonly kind: 'channel'; readonly name: string; readonly path: Path }
  | { readonly kind: 'trigger' | 'option'; readonly path: Path }
  | { readonly kind: 'register'; readonly channel: number }
  | { readonly kind: 'rename'; readonly name: string };

/** The remedy of a hint by its code (docs/hints.md); undefined where there is none but to write something else. */
export function remedyOf({ code, params = {} }: Pick<Diagnostic, 'code' | 'params'>): Remedy | undefined {
  const id = Number(params['at'] ?? 0);
  switch (code) {
    case 'forms-skipped':
    case 'answers-in-faq':
      return {
        kind: 'channel',
        name: String(params['channel'] ?? ''),
        path: ['settings', 'channels', String(id), 'preChatForm'],
      };
    case 'newer-than-registration':
      return { kind: 'register', channel: id };
    case 'no-role': {
      const name = String(params['mended'] ?? '');
      return name === '' ? undefined : { kind: 'rename', name };
    }
    case 'trigger-of-all-channels':
      return { kind: 'trigger', path: ['settings', 'triggers', String(id)] };
    case 'port-refused-online':
    case 'online-port':
    case 'online-run-time':
    case 'online-memory':
      return { kind: 'option', path: ['settings', 'options'] };
    default:
      return undefined;
  }
}
