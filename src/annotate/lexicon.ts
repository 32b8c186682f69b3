/** What each word can be, whatever its context: closed classes, verb forms and suffixes. */
import { Tag } from './tags.ts';
import { verbForms } from './verbs.ts';

const CLOSED: readonly (readonly [number, string])[] = [
  [
    Tag.determiner,
    'a an the this that these those my your his her its our their each every all any some both either neither no such another other several many most more few fewer less much',
  ],
  [
    Tag.pronoun,
    'i you he she it we they one everyone everybody anyone nobody somebody someone there this that these those who',
  ],
  [
    Tag.preposition,
    'about above across after against along alongside amid among amongst around as at before behind below beneath beside besides between beyond by concerning despite down during except excluding following for from in including inside into like near of off on onto opposite out outside over past pending per regarding round since than through throughout to toward towards under underneath unlike until till up upon via with within without',
  ],
  [Tag.conjunction, 'and or but nor yet so plus'],
  [
    Tag.subordinator,
    'although because if unless while whilst whereas though whether when where until till since once before after as that so',
  ],
  [Tag.modal, "will wil shall would should can could may might must ought 'll wo ca sha cannot"],
  [Tag.be, "be am is are was were been being 're 'm"],
  [Tag.have, "have has had having 've"],
  [Tag.do, 'do does did doing done'],
  [Tag.negation, "not n't never no none neither nor cannot without nobody nothing"],
  [
    Tag.adverb,
    'also already always now soon then often still just only even again ever here there once twice thereby therefore thus hence moreover furthermore however instead together further too very well yet almost quite rather perhaps sometimes meanwhile otherwise jointly',
  ],
  [Tag.wh, 'who whom whose which what when where why how whether'],
  [
    Tag.number,
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half',
  ],
];

/** Words in -ly that are no adverbs and words in -ing or -ed that are no verbs. */
const NOT_ADVERB = new Set(
  'supply family apply reply rely assembly anomaly monopoly early daily weekly monthly quarterly yearly only july italy comply multiply fly ally rally tally bully belly jelly lily holy ugly silly friendly elderly likely unlikely costly timely lovely lively lonely orderly scholarly'.split(
    ' ',
  ),
);
const NOT_ING = new Set(
  'thing anything everything something nothing king ring spring string wing morning evening during being beijing sibling ceiling shilling sterling bring sing'.split(
    ' ',
  ),
);
const NOT_PAST = new Set(
  'need speed feed seed red bed shed hundred indeed breed greed weed exceed proceed succeed wed sacred naked wicked embed'.split(
    ' ',
  ),
);

const words = new Map<string, number>();
const lemmas = new Map<string, string>();

function fill(): void {
  for (const [tag, list] of CLOSED) for (const word of list.split(' ')) words.set(word, (words.get(word) ?? 0) | tag);
  for (const [word, { forms, verbal, lemma: base }] of verbForms()) {
    let tags = words.get(word) ?? 0;
    // A form of be, have, do or a modal keeps to its closed class.
    if (tags & (Tag.be | Tag.have | Tag.do | Tag.modal)) continue;
    for (const form of forms) tags |= Tag[form];
    if (verbal && (forms.has('base') || forms.has('third'))) tags |= Tag.verbal;
    words.set(word, tags);
    lemmas.set(word, base);
  }
}

/** The tags of a word in lower case, without those of its shape. Unknown words are judged by their suffix. */
export function tagsOf(lower: string): number {
  if (words.size === 0) fill();
  return words.get(lower) ?? guess(lower);
}

/** Whether a word is of a closed class or a form of a known verb. */
export function isKnown(lower: string): boolean {
  if (words.size === 0) fill();
  return words.has(lower);
}

function guess(lower: string): number {
  const first = lower.charCodeAt(0);
  if (first >= 48 && first <= 57) return Tag.number;
  if (lower.length <= 3) return 0;
  if (lower.endsWith('ly')) return NOT_ADVERB.has(lower) ? 0 : Tag.adverb;
  if (lower.endsWith('ing')) return lower.length > 4 && !NOT_ING.has(lower) ? Tag.ing : 0;
  if (lower.endsWith('ed')) return NOT_PAST.has(lower) ? 0 : Tag.past;
  return 0;
}

/** The base form of a known verb form, or the word itself. */
export function lemma(lower: string): string {
  if (words.size === 0) fill();
  return lemmas.get(lower) ?? lower;
}
