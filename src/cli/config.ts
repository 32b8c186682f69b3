/** `pmed config`: each setting that holds, and where it comes from. */
import { PmedError } from '../model/fault.ts';
import type { ShownSetting, ShownSettings } from '../model/settings.ts';
import type { CommandDefinition } from './command.ts';
import { formatFlag } from './flag.ts';
import { everywhere, output, showAll } from './flags.ts';
import { ruleOptions } from './rule-files.ts';
import type { Settings } from './settings/effective.ts';
import { originLabel } from './settings/origin.ts';
import type { Setting } from './settings/setting.ts';
import { SETTINGS } from './settings/table.ts';
import { nearest } from './suggest.ts';

const format = formatFlag(['text', 'json']);

/** The options whose effect can be tried; files are not written here. */
const tried = SETTINGS.flatMap(({ flag, rivals }) =>
  flag.long.startsWith('--') && flag.long !== output.long && rivals.length === 0 ? [flag] : [],
)
  .filter(({ long }) => everywhere.every((flag) => flag.long !== long))
  .filter(({ long }, at, all) => all.findIndex((other) => other.long === long) === at);

export const configCommand: CommandDefinition = {
  name: 'config',
  aliases: [],
  summary: 'each setting, and where it comes from',
  purpose:
    'Show the settings that hold here and where each comes from: an option, a variable of the environment, the project file, the user file, or pmed itself.',
  operands: '[key]',
  words: SETTINGS.map(({ key }) => key),
  arity: [0, 1],
  readsStdin: false,
  examples: [
    ['pmed config', 'what differs from what is built in'],
    ['pmed config --all', 'every setting'],
    ['pmed config document.date', 'one setting, with all that was said of it'],
    ['pmed config -c other.yaml', 'check another project file'],
  ],
  groups: [
    { title: 'What comes out', flags: [format, showAll] },
    { title: 'Options that may be given to see their effect', flags: tried },
  ],
  notes: [
    'Options win over PMED_CONFIG, PMED_WIDTH and PMED_COLOR, these over pmed.config.yaml, that over the user file.',
    'The keys of the project file, for editors:  pmed schema config',
  ],
  async run(call) {
    const [key] = call.operands;
    const wanted = key === undefined ? SETTINGS : [await settingCalled(key)];
    const view = viewOf(wanted, call.settings);
    const { stdout, screen } = call.session;
    if (call.get(format) === 'json') {
      await stdout.write(`${JSON.stringify(view, null, 2)}\n`);
    } else {
      const { renderSettings } = await import('../render/settings-text.ts');
      const look = { ...screen, isOne: key !== undefined };
      if (screen.plain) {
        const { plainScreen, UNWRAPPED } = await import('../render/plain/line.ts');
        await stdout.write(plainScreen('setting', null, renderSettings(view, { ...look, width: UNWRAPPED })));
      } else await stdout.write(renderSettings(view, look));
    }
    // What the rules have to say against their settings stands below what holds.
    if (key === undefined) await ruleOptions(call, []);
    return 0;
  },
};

async function settingCalled(key: string): Promise<Setting> {
  const found = SETTINGS.find((one) => one.key === key || one.flag.long === key);
  if (found !== undefined) return found;
  const keys = SETTINGS.map((one) => one.key);
  const near = await nearest(key, keys);
  const below = keys.filter((one) => one.startsWith(`${key}.`));
  const meant = near === null ? '' : ` Did you mean '${near}'?`;
  throw new PmedError(`no setting is called '${key}'.${meant}`, {
    code: 'PMED-U004',
    exitCode: 2,
    hint: `Settings: ${(below.length > 0 ? below : keys).join(', ')}`,
  });
}

function viewOf(wanted: readonly Setting[], settings: Settings): ShownSettings {
  return {
    kind: 'config',
    files: settings.files.map(({ kind, shown }) => ({ kind, path: shown })),
    settings: wanted.map((one) => shownSetting(one, settings)),
  };
}

function shownSetting(setting: Setting, settings: Settings): ShownSetting {
  const { key, flag, variable, isSum, words, builtIn } = setting;
  const layers = settings.layersOfSetting(setting);
  const holding = isSum ? layers : layers.slice(-1);
  return {
    key,
    option: flag.long.startsWith('--') ? flag.long : null,
    variable,
    values: layers.length === 0 ? [] : words(holding.flatMap(({ values }) => values)),
    builtIn,
    given: layers.map(({ origin, values }, at) => ({
      kind: origin.kind,
      at: originLabel(origin),
      values: words(values),
      holds: isSum || at === layers.length - 1,
    })),
  };
}
