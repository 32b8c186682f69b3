/** The rules of claims in their typed form, compiled for matching. */
import { type RuleSet, ruleSet } from '../../rules/engine.ts';
import type { Rules } from '../../rules/load.ts';
import type { RuleSource } from '../../rules/pack.ts';
import { type ColumnWords, columnWords } from '../column-words.ts';
import type { Audience, ClaimKind, ClaimRule, Force, Strength, Voice } from './claim.ts';
import { type ClauseWords, clauseWords } from './clause-words.ts';
import { type Lowering, loweringOf } from './lower.ts';
import type { SubjectClass } from './names.ts';

/** The compiled rules of the commitment, statement and heading packs. */
export interface ClaimRules {
  readonly sentences: RuleSet;
  readonly headings: RuleSet;
  readonly facts: ReadonlyMap<string, ClaimRule>;
  readonly words: ClauseWords;
  readonly columns: ColumnWords;
  /** The rules that the lowest verb of a chain may bring it down to. */
  readonly lowering: Lowering;
  /** The rules of runs of imperatives, of dated ones and of table rows; null where the packs have none. */
  readonly runs: Readonly<Record<Audience, ClaimRule | null>>;
  readonly dated: ClaimRule | null;
  readonly rows: Readonly<Record<'due' | 'done', ClaimRule | null>>;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function isStrength(value: unknown): value is Strength {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5;
}

const KINDS: ReadonlySet<string> = new Set(
  'commitment intention aspiration obligation recommendation need forecast achievement activity denial question'.split(
    ' ',
  ),
);
const isKind = (value: unknown): value is ClaimKind => typeof value === 'string' && KINDS.has(value);
const CLASSES: ReadonlySet<string> = new Set('own agent others instrument text pronoun thing none'.split(' '));
const isClass = (value: unknown): value is SubjectClass => typeof value === 'string' && CLASSES.has(value);
const VOICES: ReadonlySet<string> = new Set(['active', 'passive', 'nominal', 'verbless']);
const isVoice = (value: unknown): value is Voice => typeof value === 'string' && VOICES.has(value);
const isNovelty = (value: unknown): value is ClaimRule['novelty'] =>
  value === 'new' || value === 'restated' || value === 'ongoing' || value === 'extended' || value === 'unknown';

const isAudience = (value: unknown): value is Audience =>
  value === 'own' || value === 'recommended' || value === 'required';

function toForce(value: unknown): Force | null {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('strength' in value)) return null;
  const { kind, strength } = value;
  return isKind(kind) && isStrength(strength) ? { kind, strength } : null;
}

function toFacts(key: string, source: RuleSource, order: number): ClaimRule | null {
  if (!isKind(source.kind)) return null;
  return {
    key,
    order,
    kind: source.kind,
    strength: isStrength(source.strength) ? source.strength : null,
    subject: Array.isArray(source.subject) ? new Set(source.subject.filter(isClass)) : null,
    voice: isVoice(source.voice) ? source.voice : 'active',
    novelty: isNovelty(source.novelty) ? source.novelty : text(source.novelty) ? 'unknown' : 'new',
    measured: toForce(source.measured),
    imperative: toForce(source.imperative),
    lowers: Array.isArray(source.lowers) ? source.lowers.filter((its) => typeof its === 'string') : [],
    law: typeof source.law === 'boolean' ? source.law : null,
    run: isAudience(source.run) ? source.run : null,
    unowned: source.unowned === true,
    dated: source.dated === true,
    row: source.row === 'due' || source.row === 'done' ? source.row : null,
  };
}

/** Compiles the pack files named `commitment`, `statement` and `heading`. */
export function compileClaims({ files, ready }: Pick<Rules, 'files' | 'ready'>): ClaimRules {
  const of = (...packs: string[]) => files.filter((file) => packs.includes(file.pack));
  const sentences = ruleSet('claims', of('commitment', 'statement'), ready);
  const headings = ruleSet('headings', of('heading'), ready);
  const facts = new Map<string, ClaimRule>();
  for (const rule of [...sentences.rules, ...headings.rules]) {
    const fact = toFacts(rule.key, rule.source, facts.size);
    if (fact) facts.set(rule.key, fact);
  }
  const first = (fits: (rule: ClaimRule) => boolean) => [...facts.values()].find(fits) ?? null;
  const rows = { due: first((rule) => rule.row === 'due'), done: first((rule) => rule.row === 'done') };
  return {
    sentences,
    headings,
    facts,
    words: clauseWords(files),
    columns: columnWords(files),
    lowering: loweringOf(facts.values()),
    runs: {
      own: first((rule) => rule.run === 'own'),
      recommended: first((rule) => rule.run === 'recommended'),
      required: first((rule) => rule.run === 'required'),
    },
    dated: first((rule) => rule.dated),
    rows,
  };
}
