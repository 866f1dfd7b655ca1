import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { printWords as words } from '../words/print-words.ts';

type Row = { readonly of?: string; readonly signature: string; readonly says: string };
type Group = { readonly group: string; readonly rows: readonly Row[] };

const isText = (value: unknown): value is string => typeof value === 'string';

/** What a file says, as far as it is a card. */
function cardIn(read: unknown): readonly Group[] {
  if (!Array.isArray(read)) return [];
  return (read as readonly Partial<Group>[]).flatMap(({ group, rows }) =>
    isText(group) && Array.isArray(rows)
      ? [{ group, rows: rows.filter((row: Partial<Row>) => isText(row.signature) && isText(row.says)) }]
      : [],
  );
}

/** The functions that a bot needs, as the interpreter has them and the editor explains them: read from a file that is built from both. */
export function FunctionCard() {
  const card = useSignal<readonly Group[] | 'failed' | null>(null);
  useEffect(() => {
    let over = false;
    const tell = (found: readonly Group[] | 'failed') => {
      if (!over) card.value = found;
    };
    fetch(new URL('courses/function-card.json', document.baseURI))
      .then(async (answer) => cardIn(await answer.json()))
      .then(
        (found) => {
          tell(found.length === 0 ? 'failed' : found);
        },
        () => {
          tell('failed');
        },
      );
    return () => {
      over = true;
    };
  }, [card]);
  const found = card.value;
  return (
    <section class="sheet">
      <h2>{words.sheets.functions}</h2>
      <p>{words.functionIntro}</p>
      {found === 'failed' ? (
        <p role="alert">{words.functionsFailed}</p>
      ) : (
        <div class="function-groups">
          {found?.map(({ group, rows }) => (
            <section key={group}>
              <h3>{words.groups[group] ?? group}</h3>
              <dl>
                {rows.map((row) => (
                  <div key={row.signature}>
                    <dt>
                      <code>{row.of === undefined ? row.signature : methodOf(row.of, row.signature)}</code>
                    </dt>
                    <dd>{row.says}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      )}
    </section>
  );
}

/** `Bool HTTP.hasError()`: what it gives, whose it is, and what it takes. */
const methodOf = (owner: string, signature: string): string =>
  signature.replace(/^(\S+) (?=\w+\()/, (_whole, type: string) => `${type} ${owner}.`);
