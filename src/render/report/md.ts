/** A report as Markdown: what the document is, its numbers, and everything that was found, in tables with their quotes. */
import { STATEMENT_KINDS } from '../../model/kinds.ts';
import { type ReportPart, summarise } from '../../model/part.ts';
import type { DocumentRecord, ReportDiagnostic, Statement, Tool } from '../../model/report.ts';
import { strengthsOf } from '../commitments/counts.ts';
import { distinct } from '../commitments/distinct.ts';
import { commitmentsTable, rejectedSection } from '../commitments/md.ts';
import { readableDate } from '../dates.ts';
import { languageOf } from '../languages.ts';
import { markdownCode, markdownTable, markdownText } from '../markdown.ts';
import { counted, grouped } from '../numbers.ts';
import { place } from '../place.ts';
import { chosen } from '../themes/blocks.ts';
import { themesTable } from '../themes/md.ts';
import { timelineSections } from '../timeline/md.ts';
import { planOf } from '../timeline/plan.ts';
import { sources } from './head.ts';
import { STATEMENTS } from './statement-names.ts';

/** Before the first document: by it pmed knows its own files. */
export const markdownMark = '<!-- pmed:report -->\n';

/** How a report is written as Markdown. */
export interface ReportMarkdown {
  readonly tool: Tool;
  /** ISO day by which deadlines are judged, or null. */
  readonly asOf: string | null;
  /** What to type to get the same again. */
  readonly command: string;
}

/** One document, whole; of one that could not be read what is wrong with it. */
export function reportMarkdown(part: ReportPart, look: ReportMarkdown): string {
  const { document, diagnostics } = part;
  const isRead = document !== null && document.status !== 'failed';
  const blocks = [
    document === null ? '' : `# ${markdownText(document.title ?? document.name)}\n`,
    ...(isRead ? [...head(document), ...findings(part, document, look)] : []),
    section('Problems', diagnostics.map(problem).join('')),
    ...(isRead ? [reproduce(document, look)] : []),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

const section = (title: string, ...content: readonly string[]): string => {
  const blocks = content.filter((block) => block !== '');
  return blocks.length === 0 ? '' : `## ${title}\n\n${blocks.join('\n')}`;
};

function head(document: DocumentRecord): string[] {
  const { date, language, pages } = document;
  const facts = [
    document.title === null ? '' : document.name,
    document.publisher ?? '',
    date === null ? 'no date found' : `${readableDate(date.value)} (${sources[date.source]})`,
    pages === null ? '' : counted(pages, 'page'),
    counted(document.words, 'word'),
    language === null ? '' : languageOf(language),
  ];
  const isPartial = document.status === 'partial';
  return [
    `${facts
      .filter((fact) => fact !== '')
      .map(markdownText)
      .join(' · ')}\n`,
    isPartial ? 'This document was not read completely: see *Problems*.\n' : '',
  ];
}

function findings(part: ReportPart, { publisher }: DocumentRecord, { asOf }: ReportMarkdown): string[] {
  const rows = distinct(part.commitments);
  const again = part.commitments.length - rows.length;
  const plan = planOf(part, { from: null, to: null, asOf });
  const { blocks } = chosen(part.themes, { facet: null, top: null });
  const isShort = part.themes.some(({ lowEvidence }) => lowEvidence);
  const title = `Commitments (${grouped(rows.length)})`;
  return [
    section('In numbers', numbers(part)),
    section(
      title,
      commitmentsTable(rows, publisher),
      again === 0 ? '' : `${counted(again, 'restatement')} not counted.\n`,
      rejectedSection(part.rejected, '###'),
    ),
    section('Also said', statementsTable(part.statements)),
    section(asOf === null ? 'Timeline' : `Timeline as of ${readableDate(asOf)}`, ...timelineSections(plan, '###')),
    section(
      'Themes',
      isShort ? 'Low evidence: too few words to rank themes.\n' : '',
      ...blocks.map((block) => themesTable(block, isShort, '###')),
    ),
  ];
}

/** The numbers that say what the commitments are worth; each said once. */
function numbers({ commitments, statements }: ReportPart): string {
  const rows = distinct(commitments);
  const summary = summarise(rows.map(({ commitment }) => commitment));
  if (rows.length === 0) return 'No commitments found.\n';
  return markdownTable(
    ['What', 'How many', 'Which'],
    [
      ['Commitments', grouped(rows.length), strengthsOf(summary)],
      ['Checkable', grouped(summary.checkable), 'have an owner, a deadline and a measure'],
      ['Undated', grouped(summary.undated), 'say nothing of when'],
      ['Also said', grouped(statements.length), alsoSaid(statements)],
    ],
  );
}

const alsoSaid = (statements: readonly Statement[]): string =>
  STATEMENT_KINDS.flatMap((kind) => {
    const count = statements.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : counted(count, kind, STATEMENTS[kind]);
  }).join(', ');

function statementsTable(statements: readonly Statement[]): string {
  const rows = STATEMENT_KINDS.flatMap((kind) => statements.filter((one) => one.kind === kind));
  return markdownTable(
    ['Id', 'Kind', 'Who', 'Quote', 'Where'],
    rows.map((one) => [
      one.ref,
      one.kind,
      markdownText(one.actor?.name ?? one.actor?.text ?? ''),
      markdownText(`"${one.evidence.quote}"`),
      markdownText(place(one.evidence)),
    ]),
  );
}

function problem({ level, code, page, message, hint }: ReportDiagnostic): string {
  const where = page === null ? '' : `p. ${page}: `;
  return `- **${level}** ${markdownText([where + message, hint ?? ''].join(' ').trim())} (${code})\n`;
}

/** How the same comes out again: what was read, by which rules, and by which command. */
function reproduce({ name, sha256 }: DocumentRecord, { tool, command }: ReportMarkdown): string {
  const packs = tool.packs.map(({ id, version }) => `${id} ${version}`).join(', ');
  return section(
    'How this was made',
    `- ${tool.name} ${tool.version}, ${markdownText(packs)}\n- ${markdownText(name)}: sha256 ${sha256}\n- ${markdownCode(command)}\n`,
  );
}
