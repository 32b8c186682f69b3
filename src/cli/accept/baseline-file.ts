/** Reads a baseline file, and says of a damaged one where. */
import * as v from 'valibot';
import { type Baseline, BaselineSchema } from '../../model/baseline.ts';
import { SCHEMA_VERSION } from '../../model/kinds.ts';
import { misfit } from '../../model/misfit.ts';
import { fieldOf } from '../../model/plain.ts';
import { shellWord } from '../../model/shell-word.ts';
import { bytesOf, refusal } from './faults.ts';

/** The file that pmed baseline writes unless another is named. */
export const USUAL_BASELINE = 'pmed-baseline.json';

const KIND = {
  noun: 'baseline',
  most: 100_000_000,
  hint: 'Record what is there today:  pmed baseline create <files>',
};
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/m;

/**
 * @param path as the user typed it
 * @throws PmedError PMED-C301 (exit 2) for what is no baseline, with the line of what is damaged
 */
export async function readBaseline(path: string): Promise<Baseline> {
  const text = new TextDecoder('utf-8').decode(await bytesOf(path, KIND));
  const again = `Mend it, or record anew what is there today:  pmed baseline create <files> --force -o ${shellWord(path)}`;
  const conflict = CONFLICT.exec(text);
  if (conflict !== null)
    throw refusal(
      `${path}:${lineOf(text, conflict.index)}: two branches have changed the baseline, and the conflict is not settled.`,
      `Keep the lines of both sides, then drop those that are gone:  pmed baseline prune <files>`,
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Nobody is to be told to write over a file that is not pmed's.
    if (!text.includes('"urn:pmed:schema:baseline:')) throw refusal(`${path} is no baseline.`, KIND.hint, error);
    throw refusal(`${placeOfDamage(path, text)} the baseline is no JSON here.`, again, error);
  }
  const schema = fieldOf(value, '$schema');
  if (typeof schema !== 'string' || !/^urn:pmed:schema:baseline:\d+$/.test(schema)) {
    const kind = typeof schema === 'string' ? /^urn:pmed:schema:(\w+):/.exec(schema)?.[1] : undefined;
    throw refusal(`${path} is ${kind === undefined ? 'no baseline' : `a ${kind} of pmed and no baseline`}.`, KIND.hint);
  }
  const version = fieldOf(value, 'schemaVersion');
  if (isLater(schema, version))
    throw refusal(
      `${path} was written by a later pmed: its form is baseline ${schema.slice(-1)}, ${String(version)}, and this pmed knows ${SCHEMA_VERSION}.`,
      'Use that pmed, or record anew what is there today:  pmed baseline create <files> --force',
    );
  const checked = v.safeParse(BaselineSchema, value, { abortEarly: true });
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  throw refusal(`${path} is no whole baseline: ${misfit(issue)}.`, again);
}

function isLater(schema: string, version: unknown): boolean {
  if (!schema.endsWith(':1')) return true;
  const minor = typeof version === 'string' ? /^1\.(\d{1,4})$/.exec(version)?.[1] : undefined;
  return minor !== undefined && Number(minor) > Number(SCHEMA_VERSION.slice(2));
}

/** The place of the first entry that is no JSON; entries have a line each. */
function placeOfDamage(path: string, text: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => {
    const its = line.trim();
    if (!its.startsWith('{"')) return false;
    try {
      JSON.parse(its.endsWith(',') ? its.slice(0, -1) : its);
      return false;
    } catch {
      return true;
    }
  });
  return at < 0 ? `${path}:` : `${path}:${at + 1}:`;
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
