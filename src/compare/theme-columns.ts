/** The themes of several documents made ready to stand side by side. */
import type { ReportPart } from '../model/part.ts';
import type { DocumentRecord, Theme } from '../model/report.ts';
import { isTooShort, themeKey } from '../model/themes.ts';
import { wilson } from '../model/wilson.ts';
import { shareChange } from './themes.ts';

/**
 * The parts with every theme that one of the documents has, those that are not there with 0 passages. Of two documents
 * the themes of the later say how their share changed; of more, none does. What could not be read stays as it is.
 */
export function sideBySide(parts: readonly ReportPart[]): ReportPart[] {
  const read = parts.flatMap(({ document }) => (document === null || document.status === 'failed' ? [] : document));
  const all = new Map(parts.flatMap(({ themes }) => themes.map((theme) => [themeKey(theme), theme] as const)));
  const [first, second] = read.length === 2 ? read : [];
  const before = parts.find(({ document }) => document !== null && document === first);
  return parts.map((part) => {
    const { document } = part;
    if (document === null || document.status === 'failed') return part;
    const own = new Map(part.themes.map((theme) => [themeKey(theme), theme]));
    const themes = [...all].map(([key, theme]) => {
      const its = own.get(key) ?? absent(theme, document);
      if (before === undefined || first === undefined || document !== second) return its;
      const old = before.themes.find((other) => themeKey(other) === key);
      const { before: share, after, significant } = shareChange(old, own.get(key), [first, document]);
      return { ...its, change: { since: first.id, points: Math.round((after - share) * 1e6) / 1e4, significant } };
    });
    return { ...part, themes: themes.sort((a, b) => b.share - a.share || (themeKey(a) < themeKey(b) ? -1 : 1)) };
  });
}

/** A theme that no passage of a document carries. */
function absent({ id, scheme, label, facet, parts }: Theme, document: DocumentRecord): Theme {
  return {
    id,
    scheme,
    label,
    facet,
    documentId: document.id,
    passages: 0,
    share: 0,
    interval: wilson(0, document.passages ?? 0),
    designEffect: 1,
    hits: 0,
    per1000Words: 0,
    lowEvidence: isTooShort(document),
    terms: [],
    evidence: [],
    parts: parts === null ? null : [],
    change: null,
  };
}
