/** The fixtures are what their scripts make of the Markdown, byte for byte. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pdfs } from '../fixtures/make-pdf.mjs';
import { texts } from '../fixtures/make-text.mjs';

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url));

test.each(Object.entries(pdfs(folder)))('%s is made again byte for byte', (name, bytes) => {
  expect(Buffer.compare(bytes, readFileSync(folder + name))).toBe(0);
});

test.each(Object.entries(texts(folder)))('%s is made again', (name, text) => {
  expect(readFileSync(folder + name, 'utf8')).toBe(text);
});
