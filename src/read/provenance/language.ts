/** The language of a text, by its commonest words. */
import type { Block } from '../../model/document.ts';

/** Words that are common in one language and rare or absent in the others. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to that is with for are by this be on from which will we our have was their has not been they it as at or an can should',
  fr: 'le la les des et du une est que pour dans qui sur par au aux avec sont ces cette nous pas plus ont été leur ses entre être',
  de: 'der die und das den von zu mit ist für auf des dem eine nicht auch sich werden wird sind als im bei durch wir nach oder dass einer',
  es: 'el los las del que para una con por se su como más este esta sus entre pero han son es al lo sobre también desde y ser',
  it: 'il di che della per una gli dei con le nel sono alla del è non delle dell anche più questo come da si al ai tra essere stato',
  pt: 'os das dos uma para com não por mais ao pela pelo são como seu sua nos na no em que também entre ser foi às até do da',
  nl: 'het een van en de dat voor met zijn niet aan ook worden wordt deze door bij naar wij hebben heeft als onze kan om uit over',
  sv: 'och att det som för med den på av är inte till har ett vi om kan ska från eller vara detta dessa samt också genom mellan',
  da: 'og at det som for med den på af er ikke til har et vi kan skal fra eller være denne disse samt også gennem mellem blive hvor',
  pl: 'i w na z do nie się jest że dla oraz przez od po jak są który które być tym ich będzie przy tego także lub może',
  cs: 'a v na se je že pro do z ve jsou o jako nebo by být které která při také mezi tak bude však podle jejich této této od',
  cy: 'y yr ac yn i o ar am mae ei eu bod gan sydd hyn wedi fel neu ein gyda bydd ni nid hefyd rhwng drwy cael hon at',
};
const NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  sv: 'Swedish',
  da: 'Danish',
  pl: 'Polish',
  cs: 'Czech',
  cy: 'Welsh',
};
const LANGUAGES = Object.keys(STOP_WORDS);
/** For each word, the languages that have it, as bits. */
const LANGUAGES_OF: ReadonlyMap<string, number> = (() => {
  const map = new Map<string, number>();
  LANGUAGES.forEach((language, index) => {
    for (const word of (STOP_WORDS[language] ?? '').split(' ')) map.set(word, (map.get(word) ?? 0) | (1 << index));
  });
  return map;
})();
const WORD = /\p{L}+/gu;
/** Fewer words than this tell nothing; more than this add nothing. */
const FEWEST = 20;
const MOST = 2000;

/** The English name of a language that `guessLanguage` gives. */
export function languageName(language: string): string {
  return NAMES[language] ?? language;
}

/**
 * Guesses the language that most of a text is in.
 * @param blocks the document's blocks; read are paragraphs, items and notes, from the longest document no more than a
 * sample of its beginning, middle and end
 * @returns one of twelve BCP 47 tags; null where the text is too short or no language stands out
 */
export function guessLanguage(blocks: readonly Block[]): string | null {
  const hits = LANGUAGES.map(() => 0);
  let words = 0;
  const step = Math.max(1, Math.floor(blocks.length / 200));
  for (let i = 0; i < blocks.length && words < MOST; i += step) {
    const block = blocks[i];
    if (block === undefined || block.kind === 'furniture') continue;
    for (const [word] of block.text.slice(0, 1000).toLowerCase().matchAll(WORD)) {
      words++;
      const bits = LANGUAGES_OF.get(word) ?? 0;
      for (let index = 0; bits >> index !== 0; index++)
        if (((bits >> index) & 1) === 1) hits[index] = (hits[index] ?? 0) + 1;
    }
  }
  if (words < FEWEST) return null;
  let best = 0;
  let second = -1;
  for (let index = 1; index < hits.length; index++) {
    if ((hits[index] ?? 0) > (hits[best] ?? 0)) {
      second = best;
      best = index;
    } else if (second < 0 || (hits[index] ?? 0) > (hits[second] ?? 0)) second = index;
  }
  const most = hits[best] ?? 0;
  const next = hits[second] ?? 0;
  return most * 10 >= words && most * 4 >= next * 5 ? (LANGUAGES[best] ?? null) : null;
}
