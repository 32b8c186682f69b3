/** The screen of `pmed inspect`: did pmed read this document properly? */
import type { Inspected } from '../model/inspect.ts';
import type { ReportDiagnostic } from '../model/report.ts';
import { characterLines } from './inspect/characters.ts';
import { blockLines, factLines } from './inspect/facts.ts';
import { outlineLines } from './inspect/outline.ts';
import { warningLines } from './inspect/warnings.ts';
import { blocksText, type ScreenOptions } from './screen.ts';

/** One document as a screen. */
export function renderInspected(
  document: Inspected,
  diagnostics: readonly ReportDiagnostic[],
  screen: ScreenOptions,
): string {
  const parts = [
    factLines(document, screen),
    characterLines(document, screen),
    blockLines(document, screen),
    outlineLines(document, screen),
    warningLines(diagnostics, screen),
  ];
  return blocksText(parts);
}
