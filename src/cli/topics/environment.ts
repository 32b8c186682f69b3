/** `pmed help environment`: every variable that is read, and what wins over what. */
import { wrap } from '../../render/wrap.ts';
import { entry, WIDTH } from '../help-lines.ts';
import { VARIABLES } from '../settings/variables.ts';

export function environmentTopic(): readonly string[] {
  return [
    'The variables that pmed reads. There are no others, and no .env file is read.',
    '',
    ...VARIABLES.flatMap(([names, what]) =>
      names.length > 4 ? longEntry(names, what) : entry(names.join(', '), what, 27),
    ),
    '',
    ...wrap(
      'An option wins over a variable, a variable over the project file (pmed.config.yaml), and that over the file of the user, which may set color, width, ascii, hyperlinks and progress. An empty variable is none.',
      WIDTH,
    ),
    '',
    ...wrap(
      'None of them changes what is found: the same input, rules and options give the same JSON on every machine. What holds here, and where it comes from:',
      WIDTH,
    ),
    '',
    '  pmed config',
  ];
}

/** Many names have lines of their own. */
const longEntry = (names: readonly string[], what: string): string[] => [
  ...wrap(names.join(', '), WIDTH - 2).map((line) => `  ${line}`),
  ...entry('', what, 27),
];
