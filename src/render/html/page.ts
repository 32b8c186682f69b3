/** The frame of every HTML page: one file that loads nothing, with a policy by which a browser holds it to that. */
import { createHash } from 'node:crypto';
import { baseStyle } from './base-style.ts';
import { type Content, fragment, tag } from './markup.ts';

/** What stands in the frame. */
export interface Page {
  /** What kind of page it is, such as `diff`: by it pmed knows its own files. */
  readonly kind: string;
  /** Of the window. */
  readonly title: string;
  /** The program that made it, such as `pmed 1.0.0`. */
  readonly generator: string;
  /** Rules of style besides those of the frame, ours. */
  readonly style: string;
  /** What filters and jumps; everything must be there without it. Ours. */
  readonly script: string;
  /** What the first link, for those who go by keyboard, leads to: `Skip to the changes`. */
  readonly skip: string;
  readonly header: Content;
  /** Links to what is on the page, where it is long. */
  readonly nav?: Content;
  readonly main: Content;
  readonly footer: Content;
}

/**
 * The whole page, ending in a newline. The policy allows this one style sheet and this one script, by their hashes (CSP
 * level 3), and neither network, frames, forms nor another base.
 */
export function htmlPage({
  kind,
  title,
  generator,
  style,
  script,
  skip,
  header,
  nav = null,
  main,
  footer,
}: Page): string {
  const css = `\n${baseStyle}${style}\n`;
  const js = `\n${script}\n`;
  const policy = [
    "default-src 'none'",
    `style-src ${sourceOf(css)}`,
    `script-src ${sourceOf(js)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = [
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('meta', { name: 'color-scheme', content: 'light dark' }),
    tag('meta', { name: 'generator', content: generator }),
    tag('title', {}, title),
  ].map(({ markup }) => markup);
  const body = [
    tag('a', { class: 'skip', href: '#content' }, skip),
    tag('header', { class: 'page-head' }, tag('div', { class: 'width' }, header)),
    fragment(nav),
    tag('main', { id: 'content', class: 'width', tabindex: -1 }, main),
    tag('footer', { class: 'page-foot' }, tag('div', { class: 'width' }, footer)),
  ]
    .map(({ markup }) => markup)
    .filter((markup) => markup !== '');
  return [
    '<!DOCTYPE html>',
    `<html lang="en" data-pmed="${kind}">`,
    '<head>',
    ...head,
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    ...body,
    `<script>${js}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What a policy calls an inline text: the hash of exactly what stands between its tags. */
function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
