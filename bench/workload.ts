import type { ScriptLanguage, WorldFile } from '../src/engine/definition.ts';
import type { Input } from '../src/engine/inputs.ts';

/** Opens a chat on the channel of the sample whose bot speaks first. */
export const connects: Input = { type: 'customer.connects', channel: 1 };

/** The n-th message of the customer in session 1. The bot answers each with an echo. */
export const message = (n: number): Input => ({
  type: 'customer.writes',
  session: 1,
  text: `Message ${String(n)}: when will the parcel with the blue lamp arrive?`,
});

const block = (n: number): string => `Integer share${String(n)}(Integer start, String name)
{
  Integer sum = start;
  String text = "";
  for (Integer i = 0; i < 10; i++)
  {
    if (i % 2 == 0)
      sum += i * ${String(n + 1)};
    else
      sum -= 1;
    text += name + i.toString();
  }
  while (sum > 100)
    sum = sum / 2;
  if (text.getLength() > 40 && sum != ${String(n)})
    text = text.subString(0, 40);
  printLine("Share ${String(n)} of " + text);
  return sum;
}
`;

/** A script of 2,000 lines without a mistake: a hundred functions as people write them. */
export const longScript = Array.from({ length: 100 }, (_, n) => block(n)).join('\n');

/** How often the loop of `busyScript` and of `busyNative` turns. */
export const turns = 100_000;

/** Calls, branches, numbers and texts in a loop. */
export const busyScript = `Integer next(Integer n)
{
  if (n % 3 == 0)
    return n / 3;
  return n + 1;
}

Integer sum = 0;
String text = "";
for (Integer i = 0; i < ${String(turns)}; i++)
{
  sum += next(i);
  if (text.getLength() > 100)
    text = "";
  text += "x";
}
printLine(sum.toString() + text);
`;

/** The same program in plain JavaScript. */
export function busyNative(): string {
  const next = (n: number) => (n % 3 === 0 ? Math.trunc(n / 3) : n + 1);
  let sum = 0;
  let text = '';
  for (let i = 0; i < turns; i++) {
    sum += next(i);
    if (text.length > 100) text = '';
    text += 'x';
  }
  return String(sum) + text;
}

/** The world with another source in the script that the echo bot runs for each message. */
export function withMessageScript(
  world: WorldFile,
  source: string,
  language: ScriptLanguage = 'crmscript',
): WorldFile {
  const folders = world.folders?.map((folder) => ({
    ...folder,
    scripts: folder.scripts?.map((script) =>
      script.name === 'echobot message received' ? { ...script, source, language } : script,
    ),
  }));
  return { ...world, folders };
}
