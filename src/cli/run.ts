/** From the words of a command line to an exit code: parse, help or command, and what became of it. */
import { fstatSync } from 'node:fs';
import type { ExitCode } from '../model/fault.ts';
import { PmedError } from '../model/fault.ts';
import { version } from '../version.ts';
import type { Call, CommandDefinition } from './command.ts';
import { commands } from './commands.ts';
import { worst } from './exit.ts';
import type { RawFlags } from './flag.ts';
import { everywhere, ocr, passwordFile } from './flags.ts';
import { commandHelp, programHelp, shortHelp } from './help.ts';
import { lines } from './help-lines.ts';
import { type Notices, stackOf } from './notices.ts';
import { type Parsed, parse } from './parse.ts';
import type { PictureOptions } from './pictures.ts';
import { stderrLine } from './progress/line.ts';
import { noticesFor, openSession } from './session.ts';
import { loadSettings } from './settings/load.ts';
import { placed } from './settings/place.ts';
import { inputs as configured } from './settings/unflagged.ts';
import type { ResultStream } from './streams.ts';
import { nearest, withMeant } from './suggest.ts';
import { topics } from './topics.ts';
import { unknownHelp } from './usage.ts';

/** @returns the exit code; everything that goes wrong has been said on stderr */
export async function runWords(words: readonly string[], stdout: ResultStream): Promise<ExitCode> {
  const raw = new Map<string, string[]>();
  let notices: Notices | undefined;
  try {
    const parsed = await parse(words, commands, raw).finally(() => {
      // Even a command line that is wrong says so in the way that its flags ask for.
      notices = noticesFor(raw);
    });
    notices ??= noticesFor(raw);
    const code = await carryOut(parsed, raw, stdout, notices);
    notices.flush();
    return worst(code, notices.exitCode);
  } catch (error) {
    notices ??= noticesFor(raw);
    notices.flush();
    if (!(error instanceof PmedError)) return sayBug(error, words, raw);
    notices.fault(await withMeant(error));
    return notices.exitCode;
  }
}

async function carryOut(
  { command, operands }: Parsed,
  raw: RawFlags,
  stdout: ResultStream,
  notices: Notices,
): Promise<ExitCode> {
  if (raw.has('--version')) {
    const { versions } = await import('./versions.ts');
    await stdout.write(raw.has('--json') ? await versions() : `pmed ${version}\n`);
    return 0;
  }
  if (command === null || raw.has('--help')) return showHelp(command, operands, raw, stdout);
  // Every value is read before the work begins, so that a wrong one is told at once.
  for (const flag of [...everywhere, ...command.groups.flatMap((group) => group.flags)]) {
    flag.read(raw.get(flag.long) ?? []);
  }
  const around = { folder: workingFolder(), env: process.env };
  const settings = await loadSettings(raw, around, command);
  const session = await openSession(settings, stdout, notices);
  if (session.verbosity > 0) for (const file of settings.files) notices.remark(`settings from ${file.shown}`);
  const get: Call['get'] = (flag) => flag.read(settings.raw.get(flag.long) ?? []);
  const inputs = await inputsOf(command, operands, get(configured));
  if (inputs === null) {
    process.stderr.write(shortHelp([command]));
    return 2;
  }
  const call: Call = {
    operands: inputs,
    get,
    given: (flag) => raw.has(flag.long),
    pictures: await picturesFor(settings.raw),
    password: await passwordFor(settings.raw, inputs),
    settings,
    session,
  };
  try {
    return await command.run(call);
  } catch (error) {
    throw placed(error, settings);
  } finally {
    session.progress.end();
  }
}

/** @throws PmedError (exit 2) where the working directory has been removed: then no path means anything */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch (cause) {
    throw new PmedError('the folder in which pmed was started is not there any more.', {
      code: 'PMED-U005',
      exitCode: 2,
      hint: 'Go to one that is:  cd',
      cause,
    });
  }
}

/** Whether stdin is a pipe or file, as opposed to a keyboard, or nothing. */
function isPiped(): boolean {
  try {
    const facts = fstatSync(0);
    return facts.isFIFO() || facts.isSocket() || facts.isFile();
  } catch {
    return false;
  }
}

/** Whether nothing comes out of a pipe; what does come stays in it. */
async function isEmptyPipe(): Promise<boolean> {
  await new Promise((resolve) => {
    for (const event of ['readable', 'end', 'error']) process.stdin.once(event, resolve);
  });
  const first: unknown = process.stdin.read();
  if (first === null) return true;
  process.stdin.unshift(first);
  return false;
}

/**
 * The operands; where they name no input, with what is piped in, else with what the project file names.
 * @returns null where there is neither
 */
async function inputsOf(
  { readsStdin, arity: [least, most] }: CommandDefinition,
  operands: readonly string[],
  ofProject: readonly string[],
): Promise<readonly string[] | null> {
  if (!readsStdin || operands.length > least) return operands;
  const hasInputs = most > least + 1 && ofProject.length > 0;
  // Schedulers and build tools give their commands a pipe that holds nothing.
  if (hasInputs && (!isPiped() || (await isEmptyPipe()))) return [...operands, ...ofProject];
  return process.stdin.isTTY ? null : [...operands, '-'];
}

async function picturesFor(raw: RawFlags): Promise<PictureOptions> {
  if (!raw.has(ocr.long)) return {};
  const { pictureOptions } = await import('./pictures.ts');
  return pictureOptions(raw);
}

async function passwordFor(raw: RawFlags, operands: readonly string[]): Promise<string | null> {
  const path = passwordFile.read(raw.get(passwordFile.long) ?? []);
  if (path === null) return null;
  const { readPassword } = await import('./password.ts');
  return readPassword(path, operands);
}

/** `pmed --help`, `pmed help diff` and `pmed diff --help` are asked for; `pmed` alone is wrong use. */
async function showHelp(
  command: CommandDefinition | null,
  operands: readonly string[],
  raw: RawFlags,
  stdout: ResultStream,
): Promise<ExitCode> {
  const word = operands[0] === 'help' ? operands[1] : undefined;
  const asked = command ?? commands.find((one) => one.name === word || one.aliases.includes(word ?? ''));
  const topic = topics.find(({ name }) => name === word);
  if (asked !== undefined) await stdout.write(commandHelp(asked, raw.has('--all')));
  else if (topic !== undefined) await stdout.write(lines(await topic.lines(commands)));
  else if (word !== undefined) throw await noSuchHelp(word);
  else if (raw.has('--help') || operands[0] === 'help') await stdout.write(programHelp(commands));
  else {
    process.stderr.write(shortHelp(commands));
    return 2;
  }
  return 0;
}

/** Neither a command nor a topic. */
async function noSuchHelp(word: string): Promise<PmedError> {
  const commandNames = commands.flatMap(({ name, aliases }) => [name, ...aliases]);
  return unknownHelp(word, await nearest(word, [...commandNames, ...topics.map(({ name }) => name)]));
}

/** A bug: what the maintainers need to know, without the names of the user's files. */
function sayBug(error: unknown, words: readonly string[], raw: RawFlags): ExitCode {
  const shown = words.map((word) =>
    /^--?[a-z-]+$/i.test(word) || commands.some((one) => one.name === word) ? word : '…',
  );
  const what = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
  stderrLine.clear();
  const stack = (raw.get('--verbose')?.length ?? 0) >= 2 ? `${stackOf(error)}\n` : '';
  process.stderr.write(
    `pmed: this is a bug in pmed: ${what}\n` +
      `      pmed ${version}, node ${process.version}: pmed ${shown.join(' ')}\n` +
      '      Please report it with the lines above; -vv adds where it happened.\n' +
      `      [PMED-X700]\n${stack}`,
  );
  return 70;
}
