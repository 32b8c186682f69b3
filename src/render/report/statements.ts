/** What else the document says: asked of others, needed, foreseen, done, denied. */

import { STATEMENT_KINDS } from '../../model/kinds.ts';
import type { Statement } from '../../model/report.ts';
import { linkedPlaces, type Source } from '../linked.ts';
import type { ScreenOptions } from '../screen.ts';
import { listed } from '../wrap.ts';
import { quoted } from './phrases.ts';
import { STATEMENTS } from './statement-names.ts';

/** One paragraph of counts and places; with `all` every statement with its quote. */
export function statementLines(statements: readonly Statement[], source: Source, screen: ScreenOptions): string[] {
  if (statements.length === 0) return [];
  const { paint, width } = screen;
  const counts = STATEMENT_KINDS.flatMap((kind) => {
    const own = statements.filter((statement) => statement.kind === kind);
    if (own.length === 0) return [];
    const name = own.length === 1 ? kind : STATEMENTS[kind];
    return `${own.length} ${name} (${linkedPlaces(
      own.map((statement) => statement.evidence),
      3,
      source,
      screen,
    )})`;
  });
  const [first = '', ...rest] = listed(counts, ', ', width - 11);
  const lines = [`${paint.head('ALSO SAID')}  ${first}`, ...rest.map((line) => `           ${line}`)];
  if (!screen.all) return lines;
  const indent = Math.max(...statements.map((statement) => statement.ref.length)) + 2;
  for (const statement of statements) {
    lines.push(` ${paint.id(statement.ref)}${' '.repeat(indent - statement.ref.length)}${statement.kind}`);
    for (const line of quoted(statement, width - indent - 1, source, screen))
      lines.push(` ${' '.repeat(indent)}${paint.quiet(line)}`);
  }
  return lines;
}
