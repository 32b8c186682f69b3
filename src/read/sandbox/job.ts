/** What the sandbox and its worker say to each other: plain data that can be cloned from thread to thread. */
import { PmedError } from '../../model/fault.ts';
import type { Content, ReaderOptions } from '../content.ts';
import type { ParsedFormat } from './formats.ts';
import type { Step, Stop } from './watch.ts';

/** Where an attempt was stopped. */
export interface StoppedAt {
  readonly why: Stop;
  readonly step: Step;
  /** 0 where it was at no page. */
  readonly page: number;
}

/** A file for the worker to read. */
export interface Job {
  readonly format: ParsedFormat;
  /** Handed over: the sender's array is empty afterwards. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly options: Omit<ReaderOptions, 'onPicture'>;
  /** Where earlier attempts stopped. */
  readonly stops: readonly StoppedAt[];
  /** The last page to read. */
  readonly last: number;
  /** Seconds after which no further page is begun. */
  readonly seconds: number;
  /** Four 32-bit numbers that both sides see: how often work moved on, and the step and page it is at, of how many. */
  readonly progress: SharedArrayBuffer;
}

/** What came of a job. */
export type Answer =
  | { readonly kind: 'content'; readonly content: Content }
  | {
      readonly kind: 'fault';
      readonly message: string;
      readonly code: string;
      readonly exitCode: 2 | 3;
      readonly hint: string | null;
      readonly stack: string;
    }
  | { readonly kind: 'bug'; readonly error: Error };

/** An error as it crosses to the other thread. */
export function answerOf(error: unknown): Answer {
  if (error instanceof PmedError) {
    const { message, code, exitCode, hint } = error;
    const stack = error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : '';
    return { kind: 'fault', message, code, exitCode, hint, stack };
  }
  return { kind: 'bug', error: error instanceof Error ? error : new Error(String(error)) };
}

/** The content of an answer. @throws what the worker threw */
export function contentOf(answer: Answer): Content {
  if (answer.kind === 'content') return answer.content;
  if (answer.kind === 'bug') throw answer.error;
  const { message, code, exitCode, hint, stack } = answer;
  throw new PmedError(message, {
    code,
    exitCode,
    ...(hint === null ? {} : { hint }),
    ...(stack === '' ? {} : { cause: stack }),
  });
}
