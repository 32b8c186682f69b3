/** The time expressions of a text by the built rules, read on 14 November 2024, a Thursday, unless the options say otherwise. */
import { readFileSync } from 'node:fs';
import { findTimes, type TimeOptions } from '../src/extract/times/find.ts';
import type { TimeFinding } from '../src/extract/times/finding.ts';
import { compileTimeRules } from '../src/extract/times/rules.ts';
import type { CompiledPack } from '../src/rules/pack.ts';
import { annotated } from './annotated.ts';

const pack: CompiledPack = JSON.parse(readFileSync(new URL('../dist/packs/en.json', import.meta.url), 'utf8'));
const rules = compileTimeRules({ files: pack.files.filter((file) => file.pack === 'time'), ready: new Map() });

export const timesIn = (text: string, options: Partial<TimeOptions> = {}): readonly TimeFinding[] =>
  findTimes(annotated(text), rules, { docDate: '2024-11-14', fiscalYear: '04-01', dateOrder: 'dmy', ...options });

/** The TIMEX3 values alone. */
export const valuesIn = (text: string, options: Partial<TimeOptions> = {}): readonly string[] =>
  timesIn(text, options).map(({ value }) => value);
