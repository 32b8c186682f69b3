/** `pmed help formats`: what each format is for, and which command has it, from the definitions of the commands. */
import { wrap } from '../../render/wrap.ts';
import type { CommandDefinition } from '../command.ts';
import { entry, WIDTH } from '../help-lines.ts';

/** What each format is for, with its extension where that is not its name. */
export const FORMATS: Readonly<Record<string, string>> = {
  text: 'a screen for people (.txt)',
  json: 'one value with everything, by a schema: pmed schema report',
  ndjson: 'a record a line, as the documents are read',
  csv: 'a table for spreadsheets: RFC 4180, UTF-8',
  tsv: 'the same, parted by tabs',
  xlsx: 'a workbook with a sheet for each table',
  md: 'Markdown, for notes and pull requests',
  html: 'one page with its evidence, which loads nothing',
  svg: 'a picture',
  ics: 'a calendar of deadlines',
  qdpx: 'a project for NVivo, MAXQDA, ATLAS.ti and QualCoder',
  sarif: 'findings for code scanning (SARIF 2.1.0)',
  junit: 'findings as test results (.xml)',
  github: 'annotations of GitHub Actions',
  gitlab: 'code quality of GitLab',
};

export function formatsTopic(commands: readonly CommandDefinition[]): readonly string[] {
  const offers = commands.flatMap(({ name, groups }) => {
    const format = groups.flatMap(({ flags }) => flags).find(({ long }) => long === '--format');
    return format === undefined ? [] : [[name, format.choices] as const];
  });
  const offered = new Set(offers.flatMap(([, formats]) => formats));
  return [
    ...wrap('How results are written: -f for stdout, -o for files, whose format goes by their name.', WIDTH),
    '',
    '  pmed analyse report.pdf -f json | jq .summary',
    '  pmed check report.pdf -q -o findings.html -o findings.sarif',
    '  pmed check report.pdf -o junit:results.out',
    '',
    'What each is',
    ...Object.entries(FORMATS).flatMap(([name, what]) => (offered.has(name) ? entry(name, what, 8) : [])),
    '',
    'Which command has it',
    ...offers.flatMap(([name, formats]) => entry(name, formats.join(' '), 13)),
    '',
    ...wrap(
      '-o may be given several times: the analysis is made once. With -q stdout stays empty. Files get a byte order mark (--no-bom) and a sign before cells that a spreadsheet would compute (--csv-raw).',
      WIDTH,
    ),
  ];
}
