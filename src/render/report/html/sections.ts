/** The sections of a document on the page, each a function of its own. */
import { type Content, fragment, type Markup } from '../../html/markup.ts';
import { commitmentsSection } from './commitments.ts';
import { figures } from './figures.ts';
import { SECTION_NAMES, type SectionInput, type SectionName } from './input.ts';
import { statementsSection } from './statements.ts';
import { textSection } from './text.ts';
import { themesSection } from './themes.ts';
import { timelineSection } from './timeline.ts';

/** Makes a section; null where the document has nothing for it that would be worth a heading. */
type Section = (input: SectionInput) => Markup | null;

const SECTIONS: Readonly<Record<SectionName, Section>> = {
  summary: figures,
  timeline: timelineSection,
  themes: themesSection,
  commitments: commitmentsSection,
  statements: statementsSection,
  text: textSection,
};

/** All sections of the document that the command shows, in the order of the page. */
export function sectionsOf(input: SectionInput): Markup {
  return fragment(
    ...SECTION_NAMES.map((name): Content => (input.settings.sections.has(name) ? SECTIONS[name](input) : null)),
  );
}
