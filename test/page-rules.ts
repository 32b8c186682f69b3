/** What holds for every HTML page of ours: it is whole by itself, and can be used by everybody. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { all, attribute, inside, isSvg, type ParsedPage, parsedPage, textIn } from './page.ts';

/** HTML by the standard, with a policy that allows its own style and script, by their hashes, and nothing else. */
export function expectWhole(source: string): void {
  const read = parsedPage(source);
  expect(read.faults).toEqual([]);
  const policy = all(read, 'meta').find((each) => attribute(each, 'http-equiv') === 'Content-Security-Policy');
  const hash = (name: string): string => {
    const [element, ...others] = all(read, name);
    expect(others).toEqual([]);
    return `'sha256-${createHash('sha256')
      .update(element ? textIn(element) : '')
      .digest('base64')}'`;
  };
  expect(policy && attribute(policy, 'content')?.split('; ')).toEqual([
    "default-src 'none'",
    `style-src ${hash('style')}`,
    `script-src ${hash('script')}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  const head = all(read, 'head')[0];
  expect((head ? inside(head, 'meta') : []).map((each) => each.attrs[0]?.name).indexOf('http-equiv')).toBe(1);
  for (const element of read.elements) {
    for (const { name, value } of element.attrs) {
      expect(name).not.toMatch(/^(?:on|style$|src|srcset|action|formaction|data$|poster|background|ping)/);
      if (/href$/.test(name)) expect(value).toMatch(/^#/);
      expect(value).not.toMatch(/^\s*(?:https?:|\/\/|javascript:)/i);
    }
  }
  expect(source).not.toMatch(/https?:|url\(|@import|@font-face|\bimport\b|\bfetch\b|XMLHttpRequest|innerHTML/);
}

/** Landmarks, headings in order, and names for all that can be used. */
export function expectForEverybody(read: ParsedPage, skip: string): void {
  const ids = read.elements.flatMap((element) => attribute(element, 'id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(all(read, 'html').map((each) => attribute(each, 'lang'))).toEqual(['en']);
  for (const name of ['header', 'main', 'footer', 'title', 'h1'])
    expect(all(read, name).filter((element) => !isSvg(element))).toHaveLength(1);
  const first = all(read, 'a')[0];
  expect(first && [attribute(first, 'href'), textIn(first)]).toEqual(['#content', skip]);
  let level = 1;
  for (const { tagName } of read.elements.filter((element) => /^h[1-6]$/.test(element.tagName))) {
    expect(Number(tagName.charAt(1))).toBeLessThanOrEqual(level + 1);
    level = Number(tagName.charAt(1));
  }
  for (const element of read.elements) {
    const named = attribute(element, 'aria-labelledby');
    for (const id of named?.split(' ') ?? []) expect(ids).toContain(id);
    const href = attribute(element, 'href');
    if (href !== null) expect(ids).toContain(href.slice(1));
    if (element.tagName === 'th') expect(attribute(element, 'scope')).toMatch(/^(?:row|col)$/);
    if (isSvg(element) && element.tagName === 'svg') {
      if (attribute(element, 'role') !== 'img') expect(attribute(element, 'aria-hidden')).toBe('true');
      else expect([attribute(element, 'aria-labelledby'), attribute(element, 'aria-describedby')]).not.toContain(null);
    }
  }
  const labelled = new Set(all(read, 'label').map((label) => attribute(label, 'for')));
  const within = new Set(all(read, 'label').flatMap((label) => inside(label, 'input')));
  for (const input of all(read, 'input')) {
    expect(within.has(input) || labelled.has(attribute(input, 'id'))).toBe(true);
  }
}
