/** Names that programs take for codes and for files: one line, no path, and no two alike. */
import { harmless } from '../harmless.ts';

/** Programs show no more, and make files of names. */
const MOST = 120;

/** Gives each name once, whatever its case: the second gets a number. */
export function distinctNames(): (wanted: string) => string {
  const taken = new Map<string, number>();
  const isTaken = (name: string): boolean => taken.has(name.toLowerCase());
  return (wanted) => {
    const name = oneLine(wanted);
    let count = taken.get(name.toLowerCase()) ?? 1;
    let given = name;
    while (isTaken(given)) given = `${name} (${++count})`;
    taken.set(name.toLowerCase(), count);
    taken.set(given.toLowerCase(), taken.get(given.toLowerCase()) ?? 1);
    return given;
  };
}

/** A name of a document that leads nowhere when a program makes a file of it. */
export function fileName(name: string): string {
  const safe = oneLine(name)
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return safe === '' ? 'document' : safe;
}

function oneLine(text: string): string {
  const line = harmless(text).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= MOST ? line || '-' : `${characters.slice(0, MOST - 1).join('')}…`;
}
