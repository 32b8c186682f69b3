/** Whether a `package.json` holds settings of pmed. */
import { readFileSync, statSync } from 'node:fs';
import { brokenPackage } from './faults.ts';

/** Longer ones, in bytes, describe no package, and are not looked into. */
const LONGEST = 1_000_000;

/**
 * Whether the object has a key `pmed`.
 * @throws PmedError PMED-C301 (exit 2) for one that speaks of pmed and is no JSON: what it says cannot be known
 */
export function hasSettings(path: string, shown: string): boolean {
  const facts = statSync(path);
  if (!facts.isFile() || facts.size > LONGEST) return false;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return false;
  }
  if (!text.includes('"pmed"')) return false;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw brokenPackage(shown, error);
  }
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'pmed');
}
