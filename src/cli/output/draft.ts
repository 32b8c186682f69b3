/** Files being written: each gets its name when all are complete. */
import { closeSync, linkSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { forget, remember } from '../interrupt.ts';
import { actual } from './actual.ts';
import { attempt } from './refusal.ts';

/** What is written at a time: text becomes UTF-8. */
export type Piece = string | Uint8Array;

/** A file being written. */
export interface Draft {
  readonly typed: string;
  /** @throws PmedError (exit 2) when the disk refuses; then the draft is gone */
  readonly write: (piece: Piece) => void;
  /** Nothing more is to be written. @throws as `write` */
  readonly close: () => void;
  /**
   * Gives the file its name, over what had it before.
   * @returns what takes that back, until `settle`
   * @throws as `write`
   */
  readonly publish: () => () => void;
  /** What had the name before is let go. */
  readonly settle: () => void;
  /** Leaves no trace. */
  readonly discard: () => void;
}

let made = 0;

/**
 * A draft beside the file that it will be.
 * @throws PmedError (exit 2) when the disk refuses
 */
export function draft(typed: string): Draft {
  const path = actual(typed);
  const found = attempt(typed, () => statSync(path, { throwIfNoEntry: false }));
  if (found !== undefined && !found.isFile()) return device(typed, path);
  // A short name: the file's own may be as long as names can be.
  const temporary = join(dirname(path), `.pmed-${process.pid}-${++made}.tmp`);
  const former = `${temporary}.old`;
  const remove = (one: string): void => {
    rmSync(one, { force: true });
    forget(one);
  };
  const guarded = <T>(work: () => T): T => attempt(typed, work, () => remove(temporary));
  const file = attempt(typed, () => {
    rmSync(temporary, { force: true });
    return openSync(temporary, 'wx', found?.mode ?? 0o666);
  });
  remember(temporary);
  const close = closerOf(file);
  return {
    typed,
    write: (piece) => guarded(() => writeAll(file, piece)),
    close: () => guarded(close),
    publish() {
      const isKept = found !== undefined && keep(path, former);
      guarded(() => renameSync(temporary, path));
      forget(temporary);
      return () => {
        if (isKept) renameSync(former, path);
        else if (found === undefined) rmSync(path, { force: true });
      };
    },
    settle: () => remove(former),
    discard() {
      close();
      remove(temporary);
      remove(former);
    },
  };
}

/**
 * Gives all files their names, or none: where one cannot get its own, those before it lose theirs again.
 * @throws PmedError (exit 2) when the disk refuses; then the drafts are gone
 */
export function publishAll(drafts: readonly Draft[]): void {
  const undone: (() => void)[] = [];
  try {
    for (const one of drafts) one.close();
    for (const one of drafts) undone.push(one.publish());
  } catch (error) {
    for (const undo of undone.reverse()) undo();
    for (const one of drafts) one.discard();
    throw error;
  }
  for (const one of drafts) one.settle();
}

/** A second name for the file that is about to be replaced; false on disks that know no second names. */
function keep(path: string, former: string): boolean {
  try {
    rmSync(former, { force: true });
    linkSync(path, former);
    remember(former);
    return true;
  } catch {
    return false;
  }
}

/** A pipe or device that has no place for a temporary file beside it. */
function device(typed: string, path: string): Draft {
  const file = attempt(typed, () => openSync(path, 'w'));
  const close = closerOf(file);
  return {
    typed,
    write: (piece) => attempt(typed, () => writeAll(file, piece)),
    close: () => attempt(typed, close),
    publish: () => () => {},
    settle: () => {},
    discard: close,
  };
}

/** Closes a file at the first call; later ones do nothing. */
function closerOf(file: number): () => void {
  let isOpen = true;
  return () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
}

function writeAll(file: number, piece: Piece): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
