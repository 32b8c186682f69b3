/** stdout as a place for one result: writes wait for the reader, and a reader that goes away is a normal end. */
import type { Piece } from './output/draft.ts';
import { stderrLine } from './progress/line.ts';
import { cannotWrite } from './usage.ts';

export interface ResultStream {
  /** True once the reader has gone (`| head`): nothing more needs to be made. */
  readonly isClosed: boolean;
  /** Writes and waits until the reader can take more; does nothing when closed. */
  readonly write: (piece: Piece) => Promise<void>;
}

/** @throws PmedError (exit 2) from `write` when stdout cannot be written for another reason than a closed pipe */
export function resultStream(stream: NodeJS.WriteStream): ResultStream {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') closed = true;
  });
  return {
    get isClosed() {
      return closed;
    },
    write(piece) {
      if (closed || piece.length === 0) return Promise.resolve();
      if (stream.isTTY) stderrLine.make(typeof piece === 'string' ? piece : '');
      return new Promise((resolve, reject) => {
        stream.write(piece, (error?: NodeJS.ErrnoException | null) => {
          if (!error) return resolve();
          if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') {
            closed = true;
            return resolve();
          }
          reject(cannotWrite('standard output', error.message));
        });
      });
    },
  };
}
