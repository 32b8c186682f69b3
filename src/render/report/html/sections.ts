/** The sections of a document on the page, each a function of its own. */
import { type Content, fragment, type Markup, tag } from '../../html/markup.ts';
import { counted } from '../../numbers.ts';
import { commitmentsSection } from './commitments.ts';
import { figures } from './figures.ts';
import { SECTION_NAMES, type SectionInput, type SectionName, sectionId } from './input.ts';
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

const NAMES: Readonly<Record<SectionName, string>> = {
  summary: 'Summary',
  timeline: 'Timeline',
  themes: 'Themes',
  commitments: 'Commitments',
  statements: 'Also said',
  text: 'Text',
};

/** All sections of the document that the command shows, in the order of the page. */
export function sectionsOf(input: SectionInput): Markup {
  return fragment(...asked(input).map((name): Content => [SECTIONS[name](input), leftOut(name, input)]));
}

/** Where the sections of the document are, and what they are called. */
export function navOf(input: SectionInput): (readonly [id: string, name: string])[] {
  const isThere: Readonly<Partial<Record<SectionName, boolean>>> = {
    statements: input.statements.length > 0,
    text: input.body !== null && input.body.blocks.length > 0,
  };
  return asked(input)
    .filter((name) => isThere[name] !== false)
    .map((name) => [sectionId(name, input), NAMES[name]] as const);
}

const asked = ({ settings }: SectionInput): SectionName[] =>
  SECTION_NAMES.filter((name) => settings.sections.has(name));

/** What the page has no room for, and where it is. */
function leftOut(name: SectionName, { leftOut: { commitments, statements, blocks } }: SectionInput): Content {
  const say = (words: string): Markup => tag('p', { class: 'notice' }, words);
  if (name === 'commitments' && commitments > 0)
    return say(
      `${counted(commitments, 'more commitment')} would make this page too long. All of them: -o report.xlsx or -o report.csv`,
    );
  if (name === 'statements' && statements > 0)
    return say(`${counted(statements, 'more statement')} would make this page too long. All of them: -o report.json`);
  if (name === 'text' && blocks > 0)
    return say(
      `The text is too long for this page: ${counted(blocks, 'paragraph')} without commitments ${blocks === 1 ? 'is' : 'are'} left out. All of it: pmed text`,
    );
  return null;
}
