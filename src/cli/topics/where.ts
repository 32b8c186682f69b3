/** `pmed help where`: the small language of `--where`, with the fields that there are. */
import { commitmentFields } from '../../query/commitments.ts';
import { wrap } from '../../render/wrap.ts';
import { entry, WIDTH } from '../help-lines.ts';

/** What may stand behind a field, by the kind of its value. */
const KINDS = {
  text: 'words: = whole, ~ part; none where there are none',
  date: 'a date: = < <= > >= with 2026, 2026-03 or 2026-03-31; none',
  number: 'a number: = < <= > >=',
} as const;

export function whereTopic(): readonly string[] {
  const named = (kind: string): string =>
    commitmentFields
      .filter((field) => field.kind === kind)
      .map(({ names: [name] }) => name)
      .join(', ');
  return [
    ...wrap('Which commitments are shown: --where of pmed commitments. Given twice, both must hold.', WIDTH),
    '',
    "  pmed commitments report.pdf --where 'strength>=firm and by<=2026-03'",
    '  pmed commitments report.pdf --where \'actor="NHS England" or who~board\'',
    "  pmed commitments report.pdf --where 'theme~econom and not by=none'",
    '',
    ...wrap(
      'Comparisons are joined by and, or, not and ( ). Signs: = != ~ !~ < <= > >=; capitals make no difference.',
      WIDTH,
    ),
    '',
    'One of a few words: = and !=, and < > where they have an order',
    ...commitmentFields.flatMap((field) =>
      field.kind === 'choice' ? entry(field.names[0], field.choices.join(' '), 16) : [],
    ),
    '',
    ...(['text', 'date', 'number'] as const).flatMap((kind) => [
      ...wrap(`${KINDS[kind].charAt(0).toUpperCase()}${KINDS[kind].slice(1)}`, WIDTH),
      ...wrap(named(kind), WIDTH - 2).map((line) => `  ${line}`),
      '',
    ]),
    'Quotes keep the expression from the shell: < and > would be files.',
  ];
}
