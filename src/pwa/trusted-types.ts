import { ownScriptUrl } from './own-script-url.ts';

/*
 * Imported before everything else. The built page demands Trusted Types, so a string may become the address
 * of a script only through the policy here. No policy makes HTML or script text: those stay impossible.
 */

type ScriptUrlPolicy = { createScriptURL(url: string): string | null };
type TrustedTypes = { createPolicy(name: 'default', rules: ScriptUrlPolicy): unknown };

const home = new URL('./', document.baseURI);
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', { createScriptURL: (url) => ownScriptUrl(url, home) });
