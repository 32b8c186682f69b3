/** Other programs for text, installed from npm into a temporary folder when they are measured: none is part of pmed. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const VERSIONS = {
  'chrono-node': '2.10.3',
  compromise: '14.17.0',
  'compromise-dates': '3.9.0',
  '@microsoft/recognizers-text-date-time': '1.3.2',
  'wink-nlp': '2.4.0',
  'wink-eng-lite-web-model': '1.8.1',
};

/**
 * Installs some of them.
 * @param {string} folder
 * @param {readonly (keyof typeof VERSIONS)[]} names
 * @returns what loads each by its name
 */
export function install(folder, names) {
  const packages = names.map((name) => `${name}@${VERSIONS[name]}`);
  const npm = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', ...packages];
  const { status, stderr } = spawnSync('npm', npm, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm install failed:\n${stderr}`);
  return createRequire(join(folder, 'package.json'));
}

/**
 * What others do with a whole text: words and tags, with names and moods where they have them; and finding dates alone.
 * @param {string} folder where to install them
 * @returns {Record<string, (text: string) => unknown>} by name and version
 */
export function wholeTexts(folder) {
  const installed = install(folder, ['compromise', 'wink-nlp', 'wink-eng-lite-web-model', 'chrono-node']);
  const nlp = installed('compromise');
  const wink = installed('wink-nlp')(installed('wink-eng-lite-web-model'));
  const chrono = installed('chrono-node');
  const named = (name, what) => `  ${name} ${VERSIONS[name]}, ${what}`;
  return {
    [named('compromise', 'words and tags')]: (text) => nlp(text).wordCount(),
    [named('wink-nlp', 'words, tags, names')]: (text) => wink.readDoc(text).entities().length(),
    [named('chrono-node', 'dates alone')]: (text) => chrono.en.GB.parse(text).length,
  };
}

/**
 * Looking up the words of themes alone, in texts that were cut into words before; terms with more than words are left out.
 * @param {string} folder where compromise was installed, or is to be
 * @param {readonly string[]} terms
 * @param {readonly string[]} texts
 * @returns {Record<string, () => unknown>} by name and version
 */
export function termLookUp(folder, terms, texts) {
  const nlp = install(folder, ['compromise'])('compromise');
  const trie = nlp.buildTrie(terms.filter((term) => /^[a-z -]+$/.test(term)));
  const documents = texts.map((text) => nlp(text));
  return {
    [`  compromise ${VERSIONS.compromise}, looking up the words of one scheme`]: () =>
      documents.reduce((count, document) => count + document.lookup(trie).length, 0),
  };
}
