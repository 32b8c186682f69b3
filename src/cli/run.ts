/** From the words of a command line to an exit code: parse, help or command, and what became of it. */
import type { ExitCode } from '../model/fault.ts';
import { PmedError } from '../model/fault.ts';
import { version } from '../version.ts';
import type { Call, CommandDefinition } from './command.ts';
import { commands } from './commands.ts';
import { worst } from './exit.ts';
import { everywhere, ocr, passwordFile, type RawFlags } from './flags.ts';
import { commandHelp, programHelp, shortHelp } from './help.ts';
import { type Notices, stackOf } from './notices.ts';
import { type Parsed, parse } from './parse.ts';
import type { PictureOptions } from './pictures.ts';
import { noticesFor, openSession } from './session.ts';
import type { ResultStream } from './streams.ts';
import { unknownCommand } from './usage.ts';

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
    notices.fault(error);
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
  const session = await openSession(raw, stdout, notices);
  const isBare = command.readsStdin && operands.length === command.arity[0];
  if (isBare && session.isTyped) {
    process.stderr.write(shortHelp([command]));
    return 2;
  }
  const inputs = isBare ? [...operands, '-'] : operands;
  const call: Call = {
    operands: inputs,
    get: (flag) => flag.read(raw.get(flag.long) ?? []),
    given: (flag) => raw.has(flag.long),
    pictures: await picturesFor(raw),
    password: await passwordFor(raw, inputs),
    session,
  };
  return command.run(call);
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
  const topic = operands[0] === 'help' ? operands[1] : undefined;
  const asked = command ?? commands.find((one) => one.name === topic || one.aliases.includes(topic ?? ''));
  if (asked !== undefined) await stdout.write(commandHelp(asked));
  else if (topic !== undefined) throw unknownCommand(topic, null);
  else if (raw.has('--help') || operands[0] === 'help') await stdout.write(programHelp(commands));
  else {
    process.stderr.write(shortHelp(commands));
    return 2;
  }
  return 0;
}

/** A bug: what the maintainers need to know, without the names of the user's files. */
function sayBug(error: unknown, words: readonly string[], raw: RawFlags): ExitCode {
  const shown = words.map((word) =>
    /^--?[a-z-]+$/i.test(word) || commands.some((one) => one.name === word) ? word : '…',
  );
  const what = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
  const stack = (raw.get('--verbose')?.length ?? 0) >= 2 ? `${stackOf(error)}\n` : '';
  process.stderr.write(
    `pmed: this is a bug in pmed: ${what}\n` +
      `      pmed ${version}, node ${process.version}: pmed ${shown.join(' ')}\n` +
      '      Please report it with the lines above; -vv adds where it happened.\n' +
      `      [PMED-X700]\n${stack}`,
  );
  return 70;
}
