/** `pmed help privacy`: what is read and written, and that nothing leaves the machine. */
import { wrap } from '../../render/wrap.ts';
import { entry, WIDTH } from '../help-lines.ts';

const facts: readonly (readonly [what: string, how: string])[] = [
  [
    'Network',
    'None. There is no code for it in the package: no check for updates, no statistics. Web addresses are refused.',
  ],
  [
    'Reads',
    'The files you name; the project file and the file of the user; the packs, ignore file, review and baseline that they or you name; with diff --git the local repository.',
  ],
  [
    'Writes',
    'stdout, stderr and the files of -o, which get their name when they are complete. init, rules new, baseline and review write the files that they are for. Nothing else: no cache, no history, no log.',
  ],
  ['Programs', 'diff --git starts git, and nothing that the repository asks for. No other program is started.'],
  [
    'Documents',
    'They are data: nothing in them is run. Control characters and signs that turn text around are made harmless on screens, and cells that a spreadsheet would compute in tables.',
  ],
  ['Passwords', 'Only from --password-file, never from the command line, and in no result.'],
  [
    'Results',
    'They hold quotes, names of files, and in pages and files for CI what you typed; no user, machine or time. Pages of html load nothing.',
  ],
];

export function privacyTopic(): readonly string[] {
  return [
    ...wrap('What pmed reads and writes. Your documents stay on your machine.', WIDTH),
    '',
    ...facts.flatMap(([what, how]) => entry(what, how, 11)),
    '',
    'The variables of the environment that are read:  pmed help environment',
  ];
}
