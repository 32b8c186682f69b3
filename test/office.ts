/** LibreOffice without a window, for tests of what other programs make of our files. Absent on many machines. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where it is; null where it is not installed. */
export const soffice: string | null =
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'soffice'))
    .find((path) => existsSync(path)) ?? null;

/** Every sheet as a table of its own, `<file>-<sheet>.csv`, cells as they are shown. */
export const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/**
 * Converts a file into the folder, with settings of its own.
 * @throws Error with what it said where it fails
 */
export function convert(file: string, to: string, folder: string): void {
  if (soffice === null) throw new Error('LibreOffice is not installed');
  const profile = mkdtempSync(join(tmpdir(), 'pmed-office-'));
  try {
    const { status, stderr } = spawnSync(
      soffice,
      [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--convert-to', to, '--outdir', folder, file],
      { encoding: 'utf8', timeout: 120_000 },
    );
    if (status !== 0) throw new Error(`LibreOffice could not convert ${file}: ${stderr}`);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
