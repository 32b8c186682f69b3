/** The screen of `pmed config`: each setting with its value and where that comes from. */
import type { ShownSetting, ShownSettings } from '../model/settings.ts';
import { harmless } from './harmless.ts';
import type { ScreenOptions } from './screen.ts';
import { draw, layOut } from './table.ts';
import { hang } from './wrap.ts';

/** Fewer columns have no room for three columns of text. */
const NARROW = 72;

/** How the screen is narrowed. */
export interface SettingsLook extends ScreenOptions {
  /** One setting was asked for: all that was said of it is shown. */
  readonly isOne: boolean;
}

/** What differs from what is built in; with `all`, or where one setting was asked for, that too. */
export function renderSettings({ files, settings }: ShownSettings, look: SettingsLook): string {
  const rows = settings.flatMap((setting) => rowsOf(setting, look));
  const hidden = settings.filter((setting) => rowsOf(setting, look).length === 0).length;
  const lines = look.width < NARROW ? rows.flatMap((row) => card(row, look)) : table(rows, look);
  const others = `${hidden} ${rows.length > 0 ? 'others are' : 'settings are'} as built in:  pmed config --all`;
  return [
    ...(look.isOne ? [] : [...hang(filesLine(files), look.width, '', '  '), '']),
    ...lines,
    ...(hidden === 0 ? [] : [...(lines.length === 0 ? [] : ['']), ...hang(others, look.width, '', '  ')]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function table(rows: readonly (readonly string[])[], look: SettingsLook): readonly string[] {
  const columns = [
    { head: 'SETTING', least: 8, most: 28, paint: look.paint.id },
    { head: 'VALUE', least: 12, most: 'rest' },
    { head: 'FROM', least: 8, most: 30, paint: look.paint.quiet },
  ] as const;
  const layout = layOut(columns, rows, look.width - 1);
  return rows.length === 0
    ? []
    : draw(layout, look.paint.head).flatMap((row) => row.map((line) => ` ${line}`.trimEnd()));
}

/** A row where there is no room for columns. */
function card([key = '', value = '', from = '']: readonly string[], { width, paint }: SettingsLook): readonly string[] {
  return [
    ...(key === '' ? [] : [paint.id(key)]),
    ...value.split('\n').flatMap((line) => hang(line, width, '  ', '    ')),
    ...hang(from, width, '    ', '    ').map(paint.quiet),
  ];
}

function rowsOf({ key, values, builtIn, given }: ShownSetting, { all, isOne }: SettingsLook): string[][] {
  const said = given.filter(({ holds }) => holds || isOne);
  if (said.length === 0) return all || isOne ? [[key, builtIn ?? 'nothing', 'built-in']] : [];
  return said.toReversed().map((one, index) => {
    const isPart = said.length > 1;
    const its = isPart ? one.values : values;
    const value = its.length === 0 ? (builtIn ?? 'nothing') : its.map((one) => harmless(one)).join('\n');
    return [index === 0 ? key : '', value, `${harmless(one.at)}${one.holds ? '' : ' (overruled)'}`];
  });
}

function filesLine(files: ShownSettings['files']): string {
  if (files.length === 0) return 'No file of settings was found.';
  return files.map(({ kind, path }) => `${kind === 'project' ? 'Project' : 'User'} file: ${harmless(path)}`).join('\n');
}
