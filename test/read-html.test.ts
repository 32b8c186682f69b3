/** Web pages: what is left of them for a reader who wants the document and not the site. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { decodePage } from '../src/read/html/encoding.ts';
import { readHtml } from '../src/read/html/read-html.ts';
import { read } from '../src/read/read.ts';
import { brokenPromises, shown } from './blocks.ts';

function blocksOf(html: string): string[] {
  const { text, blocks } = readHtml(html);
  expect(brokenPromises(text, blocks)).toEqual([]);
  for (const { start, end, text: own } of blocks) expect(text.slice(start, end)).toBe(own);
  return shown(blocks);
}

describe('inside a paragraph', () => {
  test.each([
    ['marks of notes in brackets', 'We act.<sup role="doc-noteref"><a href="#fn:1">[footnote 1]</a></sup>', 'We act.'],
    ['tags glue', 'We <b>w</b>ill a<i>ct</i>.', 'We will act.'],
    ['white space and breaks', 'One\n  two<br>three&nbsp;four', 'One two three four'],
    [
      'character references',
      'R&amp;D &pound;5m &#8217;til &eacute;t&eacute; &nosuch; AT&T',
      'R&D £5m ’til été &nosuch; AT&T',
    ],
    [
      'struck-out words',
      'By <del>2025</del> <ins>2027</ins><s> or so</s><span style="text-decoration: line-through"> x</span>.',
      'By 2027.\n\n2025\n\nor so\n\nx',
    ],
    ['hidden words', 'We <span hidden>not </span><span style="display:none">never </span>act.', 'We act.'],
    ['scripts, styles and comments', 'We <script>x()</script><style>p{}</style><!-- no -->act.', 'We act.'],
    ['marks of notes', 'We act.<sup><a href="#fn1">1</a></sup> On 5 km<sup>2</sup>.<sup>3</sup>', 'We act. On 5 km2.'],
    ['quotations', 'They said <q>never</q>.', 'They said “never”.'],
    ['soft hyphens, ligatures and places to break', 'so&shy;lu<wbr>tion of\ufb01ce', 'solution office'],
    ['pictures and buttons', 'We <img src="a.png" alt="a chart"><button>Share</button>act.', 'We act.'],
  ])('%s', (_, inner, expected) => {
    expect(readHtml(`<p>${inner}</p>`).text).toBe(expected);
  });
});

describe('blocks', () => {
  test('headings, with their numbers, and lines in bold', () => {
    expect(
      blocksOf(
        '<h1>Roads</h1><h3>2.1 Lanes</h3><p>We act.</p><p><b>What comes next</b></p><div role="heading" aria-level="2">Paths</div>',
      ),
    ).toEqual([
      'heading 1 Roads',
      'heading 3 [2.1] Lanes',
      'paragraph 1 We act.',
      'heading 4 What comes next',
      'heading 2 Paths',
    ]);
  });
  test('lists within lists, with their numbers', () => {
    const html =
      '<ol start="3"><li>Roads<ul><li>Lanes<li>Paths</ul><li value="7"><p>Bridges</p><p>All of them.</p></ol><ol type="a"><li>x<li>y</ol><ol reversed type="I"><li>p<li>q</ol><ol style="list-style: none"><li>(b) z</ol>';
    expect(blocksOf(html)).toEqual([
      'item 1 [3.] Roads',
      'item 2 [•] Lanes',
      'item 2 [•] Paths',
      'item 1 [7.] Bridges',
      'item 1 All of them.',
      'item 1 [a.] x',
      'item 1 [b.] y',
      'item 1 [II.] p',
      'item 1 [I.] q',
      'item 1 [(b)] z',
    ]);
    expect(readHtml('<p>We will:</p><ol><li>act<li>rest</ol>').text).toBe('We will:\n\n1. act\n\n2. rest');
  });
  test('text between blocks, definitions, details and empty lines', () => {
    expect(
      blocksOf(
        'Loose<p>One</p>text<dl><dt>Lane<dd>A narrow road.</dl><details><summary>More</summary>Hidden no more.</details><p>a<br><br>b</p><pre>One\nline.\n\nAnother.</pre><pre><code>x = 1</code></pre>',
      ),
    ).toEqual([
      'paragraph 1 Loose',
      'paragraph 1 One',
      'paragraph 1 text',
      'paragraph 1 Lane',
      'paragraph 1 A narrow road.',
      'heading 1 More',
      'paragraph 1 Hidden no more.',
      'paragraph 1 a',
      'paragraph 1 b',
      'paragraph 1 One line.',
      'paragraph 1 Another.',
    ]);
  });
  test('lists that are typed with line breaks', () => {
    expect(blocksOf('<p>We will:<br>• mend<br>• paint<br>the gates<br>• rest</p><p>Ashmere<br>Lane 5</p>')).toEqual([
      'paragraph 1 We will:',
      'item 1 [•] mend',
      'item 1 [•] paint the gates',
      'item 1 [•] rest',
      'paragraph 1 Ashmere Lane 5',
    ]);
  });
  test('a term and what is said of it in a few words are a row, in sentences they are not', () => {
    const html =
      '<dl><dt>Published<dd>5 March 2024<dt>From:<dd><a href="/c">Northport Council</a><dt>Quay<dd>We will build it.<dt>Ferry<dd>Boat.<dd>Ship</dl>';
    expect(blocksOf(html)).toEqual([
      'cell 1 Published | 5 March 2024',
      'cell 1 From: | Northport Council',
      'paragraph 1 Quay',
      'paragraph 1 We will build it.',
      'paragraph 1 Ferry',
      'paragraph 1 Boat.',
      'paragraph 1 Ship',
    ]);
  });
  test('what opens a passage is the heading over it', () => {
    const html = '<h2>Roads</h2><details><summary>How we will pay</summary><p>We will borrow.</p></details>';
    expect(blocksOf(html)).toEqual(['heading 2 Roads', 'heading 3 How we will pay', 'paragraph 1 We will borrow.']);
  });
  test('tables of data, with the names of their columns', () => {
    const html =
      '<table><caption>Actions</caption><thead><tr><th rowspan=2>Action<th colspan=2>Who and when</tr><tr><th>Lead<th>By</tr></thead><tr><td><p>Mend the</p><p>bridge</p><td rowspan=2>Roads<td>May 2027<tr><td>Paint it<td>June 2027</table>';
    expect(blocksOf(html)).toEqual([
      'paragraph 1 caption Actions',
      'cell 1 Action | Who and when',
      'cell 1 Lead | By',
      'cell 1 Mend the bridge | Roads | May 2027 <Action|Who and when Lead|Who and when By>',
      'cell 1 Paint it | Roads | June 2027 <Action|Who and when Lead|Who and when By>',
    ]);
  });
  test('a cell that rows share stands in each of them, names of columns only above', () => {
    const html =
      '<table><tr><th rowspan=2>Action<th colspan=2>When<th rowspan=2>Lead<tr><th>From<th>To<tr><th rowspan=2>Mend<td>May<td>June<td rowspan=3>Roads team<tr><td>July<td>August<tr><td>Paint<td colspan=2>2027</table>';
    expect(blocksOf(html)).toEqual([
      'cell 1 Action | When | Lead',
      'cell 1 From | To',
      'cell 1 Mend | May | June | Roads team <Action|When From|When To|Lead>',
      'cell 1 Mend | July | August | Roads team <Action|When From|When To|Lead>',
      'cell 1 Paint | 2027 | Roads team <Action|When From|Lead>',
    ]);
  });
  test('sixty thousand lines of one paragraph', () => {
    expect(blocksOf(`<p>${'road<br>'.repeat(60_000)}</p>`)).toHaveLength(1);
  });
  test('tables that lay out the page', () => {
    const html = '<table><tr><td><h2>Roads</h2><p>We act.</p><h2>Lanes</h2><td><table><tr><td>a<td>b</table></table>';
    expect(blocksOf(html)).toEqual(['heading 2 Roads', 'paragraph 1 We act.', 'heading 2 Lanes', 'cell 1 a | b']);
  });
  test('notes', () => {
    const html =
      '<p>We act.<a role="doc-noteref" href="#n1">1</a></p><section role="doc-endnotes"><ol><li id="n1"><p>Act of 1990. <a href="#r1" role="doc-backlink">↩</a></p></li></ol></section><aside role="doc-footnote"><span>[<a role="doc-backlink" href="#r2">2</a>]</span><p>And of 1991.</p></aside>';
    expect(blocksOf(html)).toEqual(['paragraph 1 We act.', 'note 1 [1] Act of 1990.', 'note 1 [2] And of 1991.']);
  });
});

/** A page of a site with all that sites put around a document. */
const site = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Roads for Ashmere | Ashmere Council</title>
<meta property="og:site_name" content="Ashmere Council"><meta property="article:published_time" content="2024-03-14T09:00:00Z"></head><body>
<a href="#main">Skip to main content</a><div class="cookie-banner">We use cookies. We will remember you. <button>Accept</button></div>
<header><a href="/">Home</a> <a href="/news">News</a></header><nav><ul><li><a href="/a">We will act</a></ul></nav>
<ol class="breadcrumbs"><li><a href="/">Home</a><li><a href="/plans">Plans</a></ol>
<main id="main"><h1>Roads for Ashmere<a class="headerlink" href="#x">¶</a></h1><ul><li><a href="#a">Aims</a><li><a href="#b">Lanes</a><li><a href="#c">Paths</a></ul>
<p>The council will mend every lane in Ashmere by the end of 2027, and says so here at some length.</p>
<aside class="related"><h2>Related</h2><a href="/x">Other plans</a></aside><p>It will <a href="/bridges">open two bridges</a> too.</p></main>
<footer>Last updated 2 May 2024. <a href="/privacy">Privacy</a></footer></body></html>`;

describe('what is no part of the document', () => {
  test('is left out', () => {
    expect(blocksOf(site)).toEqual([
      'heading 1 Roads for Ashmere',
      'paragraph 1 contents Aims',
      'paragraph 1 contents Lanes',
      'paragraph 1 contents Paths',
      'paragraph 1 The council will mend every lane in Ashmere by the end of 2027, and says so here at some length.',
      'paragraph 1 It will open two bridges too.',
    ]);
  });
  test('menus that lead through the page are its contents, menus of the site are gone', () => {
    const link = (href: string) => `<li><a href="${href}">Lanes</a></li>`;
    const menu = (...hrefs: string[]) => `<nav><ul>${hrefs.map(link).join('')}</ul></nav>`;
    expect(blocksOf(`${menu('#a', '#b', '#c')}<p>We act.</p>`).slice(0, 2)).toEqual(
      Array(2).fill('paragraph 1 contents Lanes'),
    );
    expect(blocksOf(`${menu('/a', '/b', '/c')}<p>We act.</p>`)).toEqual(['paragraph 1 We act.']);
    expect(blocksOf(`<div class="toc">${menu('a.html', 'b.html', 'c.html')}</div><p>We act.</p>`)).toEqual([
      'paragraph 1 We act.',
    ]);
  });
  test('unless the main element holds little of the text', () => {
    const html = '<main><p>Welcome.</p></main><div><p>The council will mend every lane in Ashmere.</p></div>';
    expect(blocksOf(html)).toEqual([
      'paragraph 1 Welcome.',
      'paragraph 1 The council will mend every lane in Ashmere.',
    ]);
  });
  test('nor a section about such things', () => {
    const html = '<section id="cookies"><h2>Cookies</h2><p>The site will set none.</p></section>';
    expect(blocksOf(html)).toEqual(['heading 2 Cookies', 'paragraph 1 The site will set none.']);
  });
  test('nor a class that only sounds like a menu', () => {
    const html = '<div id="menu"><p>The council will put fruit on every menu.</p></div><header><h1>Food</h1></header>';
    expect(blocksOf(html)).toEqual(['paragraph 1 The council will put fruit on every menu.', 'heading 1 Food']);
  });
});

describe('the page says', () => {
  test('its title without the site, who made it and when', async () => {
    const document = await read({ name: 'roads.html', text: site, mediaType: 'text/html' });
    expect(document).toMatchObject({
      mediaType: 'text/html',
      title: 'Roads for Ashmere',
      publisher: 'Ashmere Council',
      date: { value: '2024-03-14', precision: 'day', source: 'metadata', quote: null },
    });
  });
  test('a publisher that no other word tells for one, and a title that is not the history of the document', async () => {
    const text =
      '<meta name="DC.publisher" content="Ashmere Lanes"><h1>Revision history</h1><h1>Roads Service Charter</h1><p>We act.</p>';
    expect(await read({ name: 'a', text, mediaType: 'text/html' })).toMatchObject({
      title: 'Roads Service Charter',
      publisher: 'Ashmere Lanes',
    });
  });
  test.each([
    ['in its footer', '<p>We act.</p><footer>Last updated: 2 May 2024</footer>', '2024-05-02', 'metadata'],
    ['in its text', '<h1>Roads</h1><p>Published 3 June 2023</p><p>We act.</p>', '2023-06-03', 'text'],
    ['in a time', '<p>We act.</p><time datetime="2022-01-05">yesterday</time>', '2022-01-05', 'metadata'],
    ['in Dublin Core', '<meta name="DC.date.issued" content="2021-02-03"><p>We act.</p>', '2021-02-03', 'metadata'],
  ])('when, %s', async (_, text, value, source) => {
    expect((await read({ name: 'a', text, mediaType: 'text/html' })).date).toMatchObject({ value, source });
  });
});

describe('encodings', () => {
  const bytes = (...parts: (string | number[])[]): Uint8Array =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));
  test.each([
    ['a byte order mark', bytes([0xef, 0xbb, 0xbf], '<p>', [0xc3, 0xa9]), '\u00e9'],
    ['UTF-8 that says it is Latin', bytes('<meta charset="iso-8859-1"><p>', [0xc3, 0xa9]), '\u00e9'],
    ['Latin that says so', bytes('<meta charset=windows-1252><p>', [0x93, 0xe9, 0x94]), '“é”'],
    [
      'an old declaration',
      bytes('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2"><p>', [0xbe]),
      'ž',
    ],
    ['a name that nobody knows', bytes('<meta charset="x-unknown"><p>', [0xe9]), '\u00e9'],
  ])('%s', (_, page, expected) => {
    expect(readHtml(decodePage(page).text).text).toBe(expected);
  });
});

describe('where it stands in the source', () => {
  /** The words of the source at the place of each block, after its line. */
  const placed = (html: string) =>
    readHtml(html).blocks.map(({ source }) =>
      source === undefined ? null : `${source.line} ${html.slice(source.start, source.end).replace(/\s+/g, ' ')}`,
    );
  test('headings, paragraphs with mark-up inside, items and rows', () => {
    const html =
      '<h1>Roads</h1>\n<p>\n  We <b>will\n</b> act.\n</p><ul>\n<li>Lanes</ul>\n<table><tr><td>1\n<td>\n<p>May</table>';
    expect(placed(html)).toEqual(['1 Roads', '3 We <b>will </b> act.', '6 Lanes', '7 1 <td> <p>May']);
  });
  test('each item of a list that is typed with line breaks, and struck words', () => {
    expect(placed('<p>By <s>2025</s> 2027:<br>\n- lanes<br>\n- paths</p>')).toEqual([
      '1 By <s>2025</s> 2027:',
      '2 - lanes',
      '3 - paths',
      '1 2025',
    ]);
  });
  test('findings give its line', async () => {
    const { commitments } = await analyse({
      name: 'a.html',
      text: '<h1>Roads</h1>\n\n<p>\nWe will publish a plan by May 2027.\n</p>',
      mediaType: 'text/html',
    });
    expect(commitments.map(({ evidence }) => evidence.line)).toEqual([4]);
  });
  test('elements without words part what stands around them as they do on a screen', () => {
    expect(readHtml('<p>All roads<b> </b>and<i></i> lanes</p>').text).toBe('All roads and lanes');
    expect(readHtml('<p>All roads</p>We pave<div></div>We mend').text).toBe('All roads\n\nWe pave\n\nWe mend');
  });
  test('of any words in any elements', () => {
    const word = fc.constantFrom('roads', 'lanes ', ' bridges', '\n', 'ferries, ', 'by 2027.', '<br>', '- ');
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<ul><li>',
      '</ul>',
      '<table><tr><td>',
      '<td>',
      '</table>',
      '<s>',
      '</s>',
      '<pre>',
      '</pre>',
      '<a href="#x">',
      '</a>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, tag), { maxLength: 40 }), (parts) => {
        const html = parts.join('');
        const lines = html.split('\n');
        for (const { text, source } of readHtml(html).blocks) {
          const own = html.slice(source?.start, source?.end);
          const words = own.replace(/<[^>]*>/g, '');
          for (const each of text.match(/\w+/g) ?? []) expect(words).toContain(each);
          expect(html.slice(0, source?.start).split('\n').length).toBe(source?.line);
          expect(lines[(source?.line ?? 0) - 1]).toContain(own.split(/[\n<]/)[0]);
        }
      }),
    );
  });
});

test('elements without end within one another are read in time that grows with them', () => {
  for (const tag of ['div', 'b', 'table><tr><td', 'ul><li', 'blockquote', 'span', 'dl><dd'])
    expect(readHtml(`${`<${tag}>`.repeat(3000)}We act.`).text).toBe('We act.');
});

test('of any page: blocks that lead back to the text, and nothing thrown', () => {
  const bit = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'We will act',
        ' by May. ',
        '\n',
        '2. ',
        '(a) ',
        '• ',
        '¶',
        '&amp;',
        '&nbsp;',
        '\u00ad',
      ),
    },
    {
      weight: 5,
      arbitrary: fc
        .tuple(
          fc.constantFrom('', '/'),
          fc.constantFrom(
            ...[
              'p',
              'div',
              'ul',
              'ol',
              'li',
              'table',
              'tr',
              'td',
              'th',
              'thead',
              'h2',
              'b',
              'sup',
              'a href="#fn1"',
              'a href="/x"',
            ],
            ...[
              'pre',
              'br',
              'dl',
              'dd',
              'nav',
              'main',
              'footer',
              'aside role="doc-footnote"',
              'q',
              'del',
              'section class="footnotes"',
            ],
          ),
        )
        .map(([close, tag]) => `<${close}${close === '' ? tag : tag.split(' ')[0]}>`),
    },
  );
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 60 }), (bits) => {
      blocksOf(bits.join(''));
    }),
    { numRuns: 1500 },
  );
});
