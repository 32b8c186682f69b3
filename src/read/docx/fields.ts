/** The fields of a Word document: codes that are not printed, and the results that are. */
import type { XmlElement } from '../packed/xml.ts';

/** A code that makes a table of contents, of figures or of authorities, or an index. */
const CONTENTS = /^\s*(?:TOC|TOA|INDEX)\b/i;
/** A code that counts tables, figures or boxes. */
const SEQUENCE = /^\s*SEQ\b/i;
const MOST_OPEN = 100;

/** The fields that are open at a place of the text; they may run over many paragraphs. */
export class Fields {
  readonly #open: { code: string; isResult: boolean }[] = [];

  /** Whether what stands here is the code of a field. */
  get isCode(): boolean {
    return this.#open.some(({ isResult }) => !isResult);
  }

  /** Whether what stands here belongs to a table of contents. */
  get isContents(): boolean {
    return this.#open.some(({ code, isResult }) => isResult && CONTENTS.test(code));
  }

  /** Takes `w:fldChar`; says whether it is the end of a code that counts tables or figures. */
  mark({ attributes }: XmlElement): boolean {
    const type = attributes['w:fldCharType'];
    const top = this.#open.at(-1);
    if (type === 'begin' && this.#open.length < MOST_OPEN) this.#open.push({ code: '', isResult: false });
    else if (type === 'separate' && top !== undefined) {
      top.isResult = true;
      return SEQUENCE.test(top.code);
    } else if (type === 'end') this.#open.pop();
    return false;
  }

  /** Takes the words of a code. */
  code(words: string): void {
    const top = this.#open.at(-1);
    if (top !== undefined && !top.isResult && top.code.length < 1000) top.code += words;
  }

  /** Forgets all open fields, where one cannot go on. */
  close(): void {
    this.#open.length = 0;
  }
}

/** Whether the code of a simple field counts tables or figures. */
export function isSequence(code: string): boolean {
  return SEQUENCE.test(code);
}

/** Whether the code of a simple field makes a table of contents. */
export function isContentsCode(code: string): boolean {
  return CONTENTS.test(code);
}
