/** Reads the text of an example as Markdown and says what pmed makes of it. */
import { annotate } from '../annotate/annotate.ts';
import { compiled } from '../extract/compiled.ts';
import { type Heard, listen } from '../extract/explain/collector.ts';
import { extract, type Findings } from '../extract/extract.ts';
import { findTimes } from '../extract/times/find.ts';
import type { TimeFinding } from '../extract/times/finding.ts';
import type { Annotated } from '../model/annotated.ts';
import { read } from '../read/read.ts';
import type { Rules } from '../rules/load.ts';

/** The day on which examples are read, unless their file says another: a Thursday. */
export const EXAMPLE_DATE = '2024-11-14';

/** An example as read, and what is found in it: each is worked out when it is first asked for. */
export interface Example {
  readonly annotated: Annotated;
  readonly findings: () => Findings;
  readonly times: () => readonly TimeFinding[];
  /** How its claims came about, and what came to nothing. */
  readonly heard: () => Heard;
}

const READING = { fiscalYear: '04-01', dateOrder: 'dmy' } as const;

/**
 * @param text Markdown, without marks
 * @param docDate ISO day on which it is read
 */
export async function hear(text: string, rules: Rules, docDate: string): Promise<Example> {
  const document = await read({ name: 'example', text, mediaType: 'text/markdown' }, { docDate });
  const annotated = annotate(document);
  let all: { readonly findings: Findings; readonly heard: Heard } | null = null;
  const whole = () => {
    if (all === null) {
      const { trace, heard } = listen();
      all = { findings: extract(annotated, rules, { documentId: 'd', themes: [], ...READING, trace }), heard };
    }
    return all;
  };
  return {
    annotated,
    findings: () => whole().findings,
    times: () => findTimes(annotated, compiled(rules, []).times, { docDate, ...READING }),
    heard: () => whole().heard,
  };
}
