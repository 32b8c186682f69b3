/** What the strengths of commitments mean, in a few words with what they are said with. */
import type { StrengthLabel } from '../model/report.ts';

export const strengthMeanings: Readonly<Record<StrengthLabel, string>> = {
  binding: 'whoever says it binds itself: “is committed to”, “guarantees”, “shall”',
  firm: 'it will be done, without if or but: “will”, “is to”',
  planned: 'it is intended: “plans to”, “intends to”, or a declared target',
  aimed: 'it is aimed for: “aims to”, “seeks to”',
  wished: 'it is hoped for or looked into: “would like to”, “our vision is”, “will explore”',
};
