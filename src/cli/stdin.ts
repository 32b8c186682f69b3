/** Flags that say what arrives on standard input. */
import type { Call } from './command.ts';
import { flag, textFlag } from './flag.ts';
import type { StdinOptions } from './inputs.ts';
import { badValue } from './usage.ts';

const types: Readonly<Record<string, string>> = {
  pdf: 'pdf',
  docx: 'docx',
  odt: 'odt',
  epub: 'epub',
  html: 'html',
  htm: 'html',
  md: 'md',
  markdown: 'md',
  txt: 'txt',
  text: 'txt',
};

const TYPES = [...new Set(Object.values(types))];

const stdinName = textFlag('--stdin-name', '<name>', 'file name to give to what comes from stdin');
const type = flag(
  {
    long: '--type',
    value: '<type>',
    help: 'pdf docx odt epub html md txt, of stdin',
    shown: 'by content',
    choices: TYPES,
  },
  (raw) => {
    const given = raw.at(-1) ?? null;
    if (given === null) return null;
    const extension = types[given.toLowerCase()];
    if (extension === undefined)
      throw badValue('--type', given, 'Types: pdf, docx, odt, epub, html, md, txt', Object.keys(types));
    return extension;
  },
);

export const stdinFlags = [stdinName, type] as const;

/** How the call wants stdin taken. */
export function stdinOptions(call: Call): StdinOptions {
  return { name: call.get(stdinName), extension: call.get(type) };
}
