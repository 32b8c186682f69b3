/** Documents that are too long: read up to the end of a paragraph, and said so. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { decode } from '../src/read/decode.ts';
import { beginning, MOST_TEXT } from '../src/read/most-text.ts';
import { read } from '../src/read/read.ts';

const paragraph = 'Lanterns! Boats! Ropes! Do they last? They do.';
const paragraphs = `${paragraph}\n\n`.repeat(Math.ceil(MOST_TEXT / 200));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a document that is too long', () => {
  test.each([
    ['text', { name: 'a.txt', bytes: bytesOf(paragraphs) }],
    ['Markdown', { name: 'a.md', bytes: bytesOf(`# Stores\n\n${paragraphs}`) }],
    ['a text handed over', { name: 'a.txt', text: paragraphs }],
    ['a web page', { name: 'a.html', bytes: bytesOf(`<p>${paragraphs.replaceAll('\n\n', '\n<p>')}`) }],
  ])('as %s is read up to the end of a paragraph', async (_, source) => {
    const document = await read(source);
    expect(document.status).toBe('partial');
    expect(document.diagnostics).toMatchObject([
      { code: 'PMED-I103', level: 'error', hint: 'Divide the file and read its parts.' },
    ]);
    expect(document.diagnostics[0]?.message).toMatch(/^The document is too long; only its first [\d.]+ million char/);
    expect(document.text.length).toBeLessThan(paragraphs.length);
    expect(document.blocks.length).toBeGreaterThan(1000);
    expect(document.blocks.at(-1)?.text).toBe(paragraph);
    expect(document.pages.at(-1)?.end).toBe(document.text.length);
  });

  test('of one paragraph is read up to the end of a sentence', async () => {
    const text = `${paragraph} `.repeat(Math.ceil(MOST_TEXT / 190));
    for (const source of [
      { name: 'a.txt', text },
      { name: 'a.html', text: `<p>${text}</p>`, mediaType: 'text/html' } as const,
    ]) {
      const document = await read(source);
      expect(document.status).toBe('partial');
      expect(document.blocks).toHaveLength(1);
      expect(document.blocks[0]?.text.endsWith('They do.')).toBe(true);
      expect(document.blocks[0]?.end).toBeLessThanOrEqual(document.text.length);
    }
  });

  test('tells the report', async () => {
    const report = await analyse({ name: 'a.txt', text: paragraphs.replaceAll('Ropes', 'Ropes and nets') });
    expect(report.documents[0]?.status).toBe('partial');
    expect(report.diagnostics).toMatchObject([{ code: 'PMED-I103', level: 'error' }]);
  });
});

test('a text that is not too long is left as it is', () => {
  const prose = 'The harbour board keeps the lights of the estuary in repair and counts every boat';
  const text = `${prose}.\n\n`.repeat(30_000);
  expect(beginning(text)).toBe(text);
});

test('no character is divided, neither in bytes nor in text', () => {
  const bytes = bytesOf('é€😀é€😀');
  for (let most = 0; most <= bytes.length; most++) {
    const { text, diagnostics } = decode(bytes, most);
    expect('é€😀é€😀'.startsWith(text)).toBe(true);
    expect(diagnostics).toEqual([]);
  }
  expect(beginning('😀'.repeat(MOST_TEXT / 2 + 1)).length).toBe(MOST_TEXT);
  expect(beginning(`x${'😀'.repeat(MOST_TEXT / 2 + 1)}`).length).toBe(MOST_TEXT - 1);
});
