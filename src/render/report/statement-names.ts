/** What statements of a kind are called where there are several. */
import type { StatementKind } from '../../model/report.ts';

export const STATEMENTS: Readonly<Record<StatementKind, string>> = {
  obligation: 'obligations',
  recommendation: 'recommendations',
  need: 'needs',
  forecast: 'forecasts',
  achievement: 'achievements',
  activity: 'activities',
  denial: 'denials',
  question: 'questions',
};
