/** The screen of `pmed baseline show`: what is accepted, document by document. */
import type { Baseline } from '../model/baseline.ts';
import { harmless } from './harmless.ts';
import { counted } from './numbers.ts';
import { leftOut } from './report/phrases.ts';
import { type ScreenOptions, sign } from './screen.ts';
import { hang, wrap } from './wrap.ts';

/** Lines that the entries of all documents may have together, unless all are asked for. */
const LINES = 40;

/** What a screen shows of an entry, whichever sort it is of. */
interface Shown {
  readonly document: string;
  readonly what: string;
  readonly quote: string;
}

/** @param path of the file, as the user typed it */
export function renderBaselineScreen(
  { tool, findings, changes }: Baseline,
  path: string,
  screen: ScreenOptions,
): string {
  const shown: Shown[] = [
    ...findings.map(({ rule, document, quote }) => ({ document, what: rule, quote })),
    ...changes.map(({ kinds, document, quote }) => ({ document, what: kinds.join(', '), quote })),
  ];
  const packs = tool.packs.map(({ id, version }) => `${id} ${version}`).join(', ');
  const names = [...new Set(shown.map(({ document }) => document))];
  const counts = [
    findings.length === 0 ? '' : counted(findings.length, 'finding'),
    changes.length === 0 ? '' : counted(changes.length, 'change'),
  ].filter((count) => count !== '');
  const where = names.length === 0 ? '' : ` in ${counted(names.length, 'document')}`;
  const lines = [
    ...wrap(harmless(`${path} ${sign('dot', screen)} recorded by pmed ${tool.version}, ${packs}`), screen.width).map(
      screen.paint.head,
    ),
    ...wrap(`${counts.join(' and ') || 'Nothing'} accepted${where}`, screen.width),
  ];
  let room = screen.all ? Number.POSITIVE_INFINITY : LINES;
  for (const name of names) {
    const own = shown.filter(({ document }) => document === name);
    const blocks = own.map(({ what, quote }) => hang(`"${harmless(quote)}"`, screen.width, `  ${what}  `, '    '));
    const fitting: string[] = [];
    let count = 0;
    for (const block of blocks) {
      if (block.length > room) break;
      room -= block.length;
      fitting.push(...block);
      count++;
    }
    lines.push('', ...wrap(harmless(name), screen.width).map(screen.paint.head), ...fitting);
    lines.push(...leftOut(own.length - count, screen).map((line) => `  ${line}`));
  }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
