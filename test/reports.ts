/** Reports made by hand, for tests of comparison and rendering that need no analysis. */
import type { Commitment, Deadline, Report, Statement, Target } from '../src/model/report.ts';

/** A sentence to be put into a report. */
export interface Said {
  readonly quote: string;
  /** Under which heading; `Plan` unless given. */
  readonly section?: string;
  readonly stem?: string;
  /** Not a commitment but a statement of this kind. */
  readonly statement?: Statement['kind'];
  /** Commitments in the sentence; one unless given. */
  readonly makes?: readonly Made[];
  readonly made?: Made;
}

export interface Made {
  readonly cue?: string;
  readonly verb?: string;
  readonly action?: string;
  readonly strength?: Commitment['strength'];
  readonly polarity?: Commitment['polarity'];
  readonly actor?: string | null;
  readonly name?: string | null;
  readonly due?: Pick<Deadline, 'text' | 'end' | 'precision'> & Partial<Deadline>;
  readonly targets?: readonly (Pick<Target, 'text' | 'value' | 'unit'> & Partial<Target>)[];
  readonly conditions?: readonly string[];
}

/** What a target leaves out. */
const PLAIN_TARGET = {
  from: null,
  comparator: '=',
  direction: null,
  upper: null,
  per: null,
  of: null,
  baseline: null,
} as const;
const LABELS = { 1: 'wished', 2: 'aimed', 3: 'planned', 4: 'firm', 5: 'binding' } as const;
const CUE = /\b(?:will|shall|aims? to|plans? to|hopes? to|intends? to|may|should)\b/;

/** A report of one document that says the sentences, in order. */
export function reportOf(sentences: readonly Said[], about: Partial<Report['documents'][number]> = {}): Report {
  const titles = [...new Set(sentences.map((said) => said.section ?? 'Plan'))];
  const commitments: Commitment[] = [];
  const statements: Statement[] = [];
  let at = 0;
  for (const said of sentences) {
    const start = at;
    const end = start + said.quote.length;
    at = end + 2;
    const evidence = {
      quote: said.quote,
      start,
      end,
      line: sentences.indexOf(said) + 1,
      page: null,
      pageLabel: null,
      sectionId: `s${titles.indexOf(said.section ?? 'Plan') + 1}`,
      cite: 'Fernhollow Council (2025)',
    };
    if (said.statement) {
      const id = `s-${statements.length}`;
      const actor = { text: null, name: null, resolvedBy: 'none' } as const;
      const shared = {
        documentId: 'd-1',
        kind: said.statement,
        actor,
        deadline: null,
        themes: [],
        evidence,
        rules: [],
      };
      statements.push({ id, ref: `S${statements.length + 1}`, ...shared });
      continue;
    }
    for (const made of said.makes ?? [said.made ?? {}]) {
      commitments.push(commitmentOf(made, said, evidence, commitments.length + 1));
    }
  }
  return {
    $schema: 'urn:pmed:schema:report:1',
    schemaVersion: '1.0',
    kind: 'report',
    tool: {
      name: 'pmed',
      version: '0.1.0',
      packs: [],
      options: { fiscalYear: '04-01', dateOrder: 'dmy', anchors: {}, actors: {}, asOf: null, config: {}, review: null },
    },
    documents: [
      {
        id: 'd-1',
        name: 'plan.md',
        sha256: '0'.repeat(64),
        mediaType: 'text/markdown',
        bytes: at,
        status: 'read',
        title: 'Plan for Fernhollow',
        publisher: 'Fernhollow Council',
        language: 'en',
        pages: null,
        words: 100,
        passages: sentences.length,
        textCoverage: 1,
        date: { value: '2025-03-01', precision: 'day', source: 'text', quote: '1 March 2025' },
        fiscalYear: null,
        sections: titles.map((title, index) => ({
          id: `s${index + 1}`,
          level: 1,
          title,
          page: null,
          start: 0,
          end: at,
        })),
        parts: null,
        ...about,
      },
    ],
    commitments,
    rejected: [],
    statements,
    timeline: [],
    themes: [],
    diagnostics: [],
    summary: {
      commitments: commitments.length,
      distinct: commitments.length,
      byStrength: { binding: 0, firm: 0, planned: 0, aimed: 0, wished: 0 },
      checkable: 0,
      undated: 0,
    },
  };
}

function commitmentOf(made: Made, said: Said, evidence: Commitment['evidence'], number: number): Commitment {
  const cue = made.cue ?? CUE.exec(`${said.stem ?? ''} ${said.quote}`)?.[0] ?? 'will';
  const rest = said.quote.slice(Math.max(0, said.quote.indexOf(cue)) + (said.quote.includes(cue) ? cue.length : 0));
  const action = made.action ?? rest.trim().replace(/\.$/, '');
  const strength = made.strength ?? 4;
  const { due } = made;
  return {
    id: `c-${number}`,
    ref: `C${number}`,
    documentId: 'd-1',
    kind: strength >= 4 ? 'commitment' : strength >= 2 ? 'intention' : 'aspiration',
    strength,
    strengthLabel: LABELS[strength],
    cue: { text: cue, start: evidence.start, end: evidence.start + cue.length },
    polarity: made.polarity ?? 'positive',
    attribution: 'own',
    novelty: 'unknown',
    actor: {
      text: made.actor === undefined ? 'We' : made.actor,
      name: made.name === undefined ? (made.actor ?? 'Fernhollow Council') : made.name,
      resolvedBy: made.actor === null ? 'none' : 'explicit',
    },
    action: { verb: made.verb ?? action.split(' ')[0] ?? null, text: action, voice: 'active' },
    targets: (made.targets ?? []).map((target) => ({ ...PLAIN_TARGET, ...target })),
    deadline: due ? { timeId: 't-1', start: null, inheritedFrom: 'sentence', ...due } : null,
    conditions: (made.conditions ?? []).map((text) => ({ text, kind: 'resource' })),
    beneficiary: null,
    themes: [],
    specificity: 1,
    checkable: { owner: true, deadline: false, measure: false, all: false },
    group: `g-${number}`,
    restates: null,
    stem: said.stem === undefined ? null : { quote: said.stem, start: 0, end: said.stem.length },
    evidence,
    rules: ['commitment/will-action'],
    confidence: { level: 'high', reasons: [] },
    review: null,
  };
}
