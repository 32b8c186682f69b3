/** The variables of the environment that pmed reads; no other is, and no `.env` file is. */

/** Names that belong together, and what they do. */
export type Variables = readonly [names: readonly string[], what: string];

/** In the order of the help. */
export const VARIABLES: readonly Variables[] = [
  [['PMED_CONFIG'], 'the project file, as --config'],
  [['PMED_WIDTH'], 'columns of screens, as --width'],
  [['PMED_COLOR'], 'auto, always or never, as --color'],
  [['COLUMNS'], 'columns of screens, after PMED_WIDTH'],
  [['NO_COLOR'], 'no colour, whatever its value; but PMED_COLOR wins'],
  [['FORCE_COLOR', 'CLICOLOR_FORCE'], 'colour also where no terminal is; 0 is off'],
  [['TERM'], 'dumb: neither colour, links nor a line of progress'],
  [['LC_ALL', 'LC_CTYPE', 'LANG'], 'a locale without UTF-8 gets ASCII signs on a terminal'],
  [['FORCE_HYPERLINK'], 'links of places on screens: 1 always, 0 never'],
  [
    [
      'TERM_PROGRAM',
      'TERM_PROGRAM_VERSION',
      'TMUX',
      'STY',
      'WT_SESSION',
      'KITTY_WINDOW_ID',
      'DOMTERM',
      'VTE_VERSION',
      'KONSOLE_VERSION',
    ],
    'which terminal it is, and so whether it shows links',
  ],
  [['CI'], 'no line of progress and no links'],
  [['GITHUB_STEP_SUMMARY'], 'with -f github: the file that gets the summary'],
  [['GIT_DIR'], 'with diff --git: the repository; git gets the other variables but those that start programs'],
  [['XDG_CONFIG_HOME', 'HOME'], "the folder of the user's file, pmed/config.yaml; else ~/.config"],
];
