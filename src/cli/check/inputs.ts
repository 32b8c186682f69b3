/** What is known of each input besides what is found in it: its path, and its text where that is wanted. */
import type { Input } from '../../analyse/read-input.ts';
import type { DocumentRecord } from '../../model/report.ts';
import type { Wording } from '../../model/version.ts';
import type { DocumentText, DocumentTexts } from '../../render/ci/sarif-places.ts';
import { servicePath } from '../service-path.ts';
import type { WriteText } from '../text-folder.ts';

/** Follows the inputs of a run, each of which gives one part, in their order. */
export class CheckedInputs {
  readonly #write: WriteText | null;
  readonly #paths: (string | null)[] = [];
  readonly #texts = new Map<string, DocumentText>();
  #wording: Wording | null = null;
  #parts = 0;

  /** @param write null where no texts are wanted */
  constructor(write: WriteText | null) {
    this.#write = write;
  }

  /** Where texts were written for results to point into, by id of the document. */
  get texts(): DocumentTexts {
    return this.#texts;
  }

  /** The same inputs. */
  async *followed(inputs: AsyncIterable<Input>): AsyncGenerator<Input> {
    for await (const input of inputs) {
      this.#paths.push(input.kind === 'source' && typeof input.source === 'string' ? input.source : null);
      yield input;
    }
  }

  /** To be called with what a document says, before its part comes. */
  readonly onWording = (wording: Wording): void => {
    if (this.#write !== null) this.#wording = wording;
  };

  /**
   * To be called with each part's document.
   * @returns the path of the input as it was typed; null for stdin
   * @throws PmedError (exit 2) where its text cannot be written
   */
  came(document: DocumentRecord | null): string | null {
    const wording = this.#wording;
    this.#wording = null;
    const path = this.#paths[this.#parts++] ?? null;
    if (this.#write !== null && wording !== null && document !== null)
      this.#texts.set(document.id, this.#write(servicePath(path, document.name), document, wording.text));
    return path;
  }
}
