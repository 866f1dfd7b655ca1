import { Uri } from 'vscode';

/** What a command was called about: a place in the explorer, or what a code lens says. */
export function uriOf(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  const uri = typeof given === 'object' && given !== null && 'uri' in given ? given.uri : undefined;
  return typeof uri === 'string' ? Uri.parse(uri) : undefined;
}
