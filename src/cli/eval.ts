/** `pmed eval`: how often pmed is right, by the verdicts of a review file. */
import type { Evaluation } from '../model/evaluation.ts';
import { PmedError } from '../model/fault.ts';
import type { ScreenOptions } from '../render/screen.ts';
import type { Call, CommandDefinition } from './command.ts';
import { formatFlag } from './flag.ts';
import { howItIsRead, INPUTS_NOTE, tableFlags, whatGoesIn } from './flag-groups.ts';
import { allowUnread, csvRaw, force, noBom, output, showAll, themes } from './flags.ts';
import { inputs } from './settings/unflagged.ts';
import { wrongOperands } from './usage.ts';

const format = formatFlag(['text', 'json', 'csv', 'tsv', 'md']);

export const evalCommand: CommandDefinition = {
  name: 'eval',
  aliases: [],
  summary: 'how often pmed is right, by the verdicts of people',
  purpose:
    'Say how often what is found is right, by the verdicts of pmed review: altogether, by strength, kind, confidence, rule and theme; how often who, what and by are; and how much was missed, where people noted it.',
  operands: '[files...]',
  arity: [0, Number.POSITIVE_INFINITY],
  readsStdin: false,
  examples: [
    ['pmed eval report.pdf', 'by pmed.review.yaml'],
    ['pmed eval reports/ --review ours.review.yaml', 'by another file'],
    ['pmed eval report.pdf -o eval.md', 'for a note on method'],
    ['pmed eval report.pdf --rules my.yaml', 'with rules of your own: better or worse?'],
  ],
  groups: [
    { title: 'What comes out', flags: [...tableFlags(format), showAll, allowUnread] },
    whatGoesIn(),
    howItIsRead(themes),
  ],
  notes: [
    INPUTS_NOTE,
    'Precision: of the commitments with a verdict, the share that people kept or corrected; the rest they called none.',
    'Only rows with a verdict count. Verdicts are held against what is found by the rules of this call, so a change of rules shows.',
    'The verdicts: pmed review export, and pmed review import.',
  ],
  async run(call) {
    const [{ checkTargets }, { outputTargets }, { writeResult }, { guidingFiles }, { gatherReview }, { evaluate }] =
      await Promise.all([
        import('./output/check.ts'),
        import('./output/target.ts'),
        import('./one-result.ts'),
        import('./rule-files.ts'),
        import('./review/gather.ts'),
        import('../review/evaluate.ts'),
      ]);
    const targets = outputTargets(call.get(output), format.formats);
    const files = call.operands.length > 0 ? call.operands : call.get(inputs);
    if (files.length === 0) throw wrongOperands('pmed eval', '<files>', 0);
    checkTargets(targets, [...files, ...guidingFiles(call)], call.get(force));
    const { parts, review, tool, paths } = await gatherReview(call, files, false);
    if (review === null) throw noReviewFile();
    checkTargets(targets, [...paths, ...guidingFiles(call)], call.get(force));
    const judged = parts.map(({ part: { commitments }, matching, missed }) => ({ commitments, matching, missed }));
    const { SCHEMA_VERSION } = await import('../model/kinds.ts');
    const evaluation: Evaluation = {
      $schema: 'urn:pmed:schema:evaluation:1',
      schemaVersion: SCHEMA_VERSION,
      kind: 'evaluation',
      tool: { ...tool, options: { ...tool.options, review: { file: review.file, sha256: review.sha256 } } },
      documents: parts.map(({ document }) => document),
      ...evaluate(judged),
      diagnostics: parts.flatMap(({ part }) => [...part.diagnostics]),
    };
    await writeResult(call, targets, format, (each, screen, { isFile }) =>
      render(call, each, evaluation, screen, isFile),
    );
    return 0;
  },
};

function noReviewFile(): PmedError {
  return new PmedError('there is no review file to go by: no pmed.review.yaml is here, and --review names none.', {
    code: 'PMED-C301',
    exitCode: 2,
    hint: 'Make one:  pmed review export report.pdf -o review.xlsx, fill it in, pmed review import review.xlsx',
  });
}

async function render(
  call: Call,
  wanted: (typeof format.formats)[number],
  evaluation: Evaluation,
  screen: ScreenOptions,
  isFile: boolean,
): Promise<string> {
  if (wanted === 'json') return (await import('../render/json.ts')).renderJson(evaluation);
  if (wanted === 'md') return (await import('../render/eval/md.ts')).evaluationMarkdown(evaluation);
  if (wanted === 'text') return (await import('../render/eval/text.ts')).renderEvaluation(evaluation, screen);
  const [{ cellsRow, headRow }, { figureColumns, figureRows }] = await Promise.all([
    import('../render/csv.ts'),
    import('../render/eval/rows.ts'),
  ]);
  const separator = wanted === 'tsv' ? '\t' : ',';
  const look = { separator, mark: isFile && !call.get(noBom), guard: isFile && !call.get(csvRaw) } as const;
  const rows = figureRows(evaluation).map((row) => cellsRow(figureColumns, row, look));
  return headRow(figureColumns, look) + rows.join('');
}
