/** One sentence of a page of findings: where it stands, what is to mend in it, and its words. */
import { atLeast } from '../../../model/change-levels.ts';
import type { Level } from '../../../model/fault.ts';
import type { Finding } from '../../../model/findings.ts';
import type { DocumentRecord } from '../../../model/report.ts';
import { capital } from '../../html/capital.ts';
import { levelBadge } from '../../html/level.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { foreign, sectionOf, wherePage } from '../../html/where.ts';

/** Findings of one sentence. */
export type Sentence = readonly [Finding, ...Finding[]];

/** The findings of a document by the sentence that they are about, in the order given. */
export function bySentence(findings: readonly Finding[]): Sentence[] {
  const sentences: [Finding, ...Finding[]][] = [];
  for (const finding of findings) {
    const last = sentences.at(-1);
    if (last?.[0].evidence.start === finding.evidence.start) last.push(finding);
    else sentences.push([finding]);
  }
  return sentences;
}

/**
 * @param document that the sentence is of
 * @param isFree whether an id is not yet used on the page: the same sentence may stand in several documents
 */
export function findingCard(
  sentence: Sentence,
  document: DocumentRecord,
  isFree: (id: string) => boolean,
  accepted: string | null = null,
): Markup {
  const [{ evidence }] = sentence;
  const refs = [...new Set(sentence.flatMap(({ ref }) => ref ?? []))].join(', ');
  const section = sectionOf(evidence, document);
  return tag(
    'article',
    { class: `card ${worstOf(sentence)}` },
    tag(
      'div',
      { class: 'card-head' },
      tag(
        'h3',
        {},
        tag('span', { class: 'who' }, [refs, wherePage(evidence)].filter((part) => part !== '').join(' · ')),
        section === '' ? null : tag('span', { class: 'quiet' }, ` · ${section}`),
      ),
    ),
    tag('blockquote', { lang: foreign(document.language) }, evidence.quote),
    tag('ul', { class: 'facts' }, ...sentence.map((finding) => fact(finding, isFree(finding.id), accepted === null))),
    accepted === null ? null : tag('p', { class: 'accepted' }, accepted),
  );
}

function fact({ id, rule, level, message, related }: Finding, isFree: boolean, isCounted: boolean): Markup {
  return tag(
    'li',
    { id: isFree ? id : null, 'data-group': isCounted ? rule : null, 'data-level': isCounted ? level : null },
    tag('span', { class: 'kind' }, capital(rule.replaceAll('-', ' '))),
    ' ',
    tag(
      'div',
      { class: 'values' },
      message,
      ' ',
      isFree
        ? tag('a', { class: 'permalink', href: `#${id}` }, tag('span', { class: 'unseen' }, 'Link to '), id)
        : null,
      ...related.map((other) =>
        tag(
          'p',
          { class: 'related' },
          `${capital(other.message)} (${[other.ref ?? '', wherePage(other.evidence)].filter((part) => part !== '').join(', ')}): `,
          tag('q', { class: 'quoted' }, other.evidence.quote),
        ),
      ),
    ),
    ' ',
    levelBadge(level),
  );
}

function worstOf(sentence: Sentence): Level {
  return sentence.reduce<Level>((worst, { level }) => (atLeast(level, worst) ? level : worst), 'note');
}
