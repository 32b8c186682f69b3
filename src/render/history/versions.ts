/** The table of the versions of a history: when each was published, what it has, and what became of what it had. */
import type { History, HistoryVersion } from '../../model/history.ts';
import { readableDate } from '../dates.ts';
import { harmless } from '../harmless.ts';
import { grouped } from '../numbers.ts';
import { type ScreenOptions, sign } from '../screen.ts';
import { type Column, draw, layOut } from '../table.ts';
import { hang } from '../wrap.ts';

/** Below this the table has no room. */
const NARROW = 72;

/** `v2`, as a version is called wherever it is not named. */
export const versionName = (version: number): string => `v${version}`;

/** One row a version; on narrow screens a paragraph each. */
export function versionLines(history: History, screen: ScreenOptions): string[] {
  const rows = history.versions.map((version) => ({ version, ...facts(history, version) }));
  if (screen.width < NARROW) {
    return rows.flatMap(({ version, name, date }) => {
      const parts = [date, name, told(version)].filter((part) => part !== '');
      return hang(parts.join(', '), screen.width, ` ${versionName(version.version)}  `, '     ');
    });
  }
  const none = sign('dash', screen);
  const count = (value: number) => (value === 0 ? none : grouped(value));
  const columns: readonly Column[] = [
    { head: '', least: 2, most: 4, align: 'right' },
    { head: 'PUBLISHED', least: 9, most: 12 },
    { head: 'FOUND', least: 5, most: 7, align: 'right' },
    { head: 'GONE', least: 4, most: 5, align: 'right' },
    { head: 'CHANGED', least: 7, most: 7, align: 'right' },
    { head: 'BACK', least: 4, most: 5, align: 'right' },
    { head: 'NEW', least: 3, most: 5, align: 'right' },
    { head: 'DOCUMENT', least: 12, most: 'rest' },
  ];
  const cells = rows.map(({ version, name, date }) => {
    const { removed, changed, reinstated, added, commitments, against, reason } = version;
    const changes = against === null ? ['', '', '', ''] : [removed, changed, reinstated, added].map(count);
    const aside = reason === null ? name : `${name}: set aside, ${reason}`;
    return [versionName(version.version), date, grouped(commitments), ...changes, aside];
  });
  return draw(layOut(columns, cells, screen.width - 1), screen.paint.quiet).flatMap((lines) =>
    lines.map((line) => ` ${line}`),
  );
}

/** `41 commitments: 1 removed, 3 changed, 4 added; 83 unchanged`. */
function told(version: HistoryVersion): string {
  const { commitments, removed, changed, reinstated, added, unchanged, against, reason } = version;
  const found = `${grouped(commitments)} commitments`;
  if (reason !== null) return `${found}: set aside, ${reason}`;
  if (against === null) return found;
  const parts = (
    [
      ['removed', removed],
      ['changed', changed],
      ['back', reinstated],
      ['added', added],
    ] as const
  ).flatMap(([word, value]) => (value > 0 ? [`${grouped(value)} ${word}`] : []));
  return `${found}: ${parts.length === 0 ? 'nothing changed' : parts.join(', ')}; ${grouped(unchanged)} unchanged`;
}

function facts({ documents }: History, { version }: HistoryVersion): { readonly name: string; readonly date: string } {
  const document = documents[version - 1];
  return { name: harmless(document?.name ?? ''), date: document?.date ? readableDate(document.date.value) : '' };
}
