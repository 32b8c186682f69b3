/** What there is to record: the findings of documents, or the changes between two versions, that nothing else accepts. */
import type { Baseline } from '../../model/baseline.ts';
import type { DocumentRecord, Tool } from '../../model/report.ts';
import type { Call } from '../command.ts';

/** What was found. */
export interface Gathered {
  readonly tool: Tool;
  readonly findings: Baseline['findings'];
  readonly changes: Baseline['changes'];
  /** Names of the documents that were read completely. */
  readonly read: ReadonlySet<string>;
  /** The files that were read. */
  readonly paths: readonly string[];
}

/**
 * The findings of documents, but for those that a comment or the ignore file accepts. What goes wrong with a document is
 * said, and the others go on.
 */
export async function gatherFindings(call: Call, inputs: readonly string[]): Promise<Gathered> {
  const [{ analyseEach }, { openJudging }, { openAcceptance }, { ofFinding }, { chosenInputs }, reading] =
    await Promise.all([
      import('../../analyse.ts'),
      import('../check/judging.ts'),
      import('../accept/acceptance.ts'),
      import('../../accept/items.ts'),
      import('../left-out.ts'),
      import('../records/reading.ts'),
    ]);
  const { options, accepts, judge } = await openJudging(call);
  const acceptance = await openAcceptance(call, accepts, null);
  const named = await chosenInputs(inputs, call);
  const place = { path: null };
  const { tool, parts } = await analyseEach(reading.documents(named, call, place), options);
  const findings: Baseline['findings'] = [];
  const read = new Set<string>();
  for await (const part of parts) {
    reading.tell(part, place, call);
    const { document, comments = [] } = part;
    if (document === null) continue;
    if (isWhole(document)) read.add(document.name);
    const { name } = document;
    for (const { id, rule, evidence } of acceptance.part(judge(part), document, comments, (one) => ofFinding(one, name))
      .active)
      findings.push({ id, rule, document: name, quote: evidence.quote });
  }
  return { tool, findings, changes: [], read, paths: named.flatMap((one) => ('path' in one ? [one.path] : [])) };
}

/**
 * The changes between two versions, but for those that a comment or the ignore file accepts.
 * @returns null where a version could not be read, or the two were not compared
 */
export async function gatherChanges(call: Call, inputs: readonly string[]): Promise<Gathered | null> {
  const [
    { wrongOperands },
    { readVersions },
    { diff },
    { accepted, openForChanges },
    { datesFor, docDates, match },
    { operandsOf },
    { tellOf },
  ] = await Promise.all([
    import('../usage.ts'),
    import('../sides.ts'),
    import('../../compare/diff.ts'),
    import('../accept/changes.ts'),
    import('../diff/flags.ts'),
    import('../diff/operands.ts'),
    import('../diff/told.ts'),
  ]);
  const operands = operandsOf({ ...call, operands: inputs });
  if (operands.length !== 2) throw wrongOperands('pmed baseline --diff', '<old> <new>', inputs.length);
  const acceptance = await openForChanges(call, null);
  const [before, after] = await readVersions(operands, call, datesFor(call.get(docDates), 2));
  if (!before || !after) return null;
  const compared = diff(before, after, { match: call.get(match) });
  tellOf(compared.diagnostics, [before, after], operands[1]?.typed ?? '', call);
  if (!compared.comparable) return null;
  const { changes, documents, tool } = accepted(compared, acceptance, after.wording?.comments ?? []);
  const [old, now] = documents;
  return {
    tool,
    findings: [],
    changes: changes.map(({ id, kinds, after: its, before: was }) => ({
      id,
      kinds,
      document: now.name,
      quote: (its ?? was)?.evidence.quote ?? '',
    })),
    read: new Set(isWhole(old) && isWhole(now) ? [now.name] : []),
    paths: inputs,
  };
}

const isWhole = ({ status }: DocumentRecord): boolean => status === 'read';
