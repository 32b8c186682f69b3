/** The library: the same stages as the command, as functions from data to data. */
export type { AnalyseOptions } from './analyse/options.ts';
export type { Input } from './analyse/read-input.ts';
export { type Analysis, analyse, analyseEach } from './analyse.ts';
export { type CheckOptions, check } from './check/check.ts';
export { type CheckRule, type CheckRules, compileChecks } from './check/check-rules.ts';
export { type DiffOptions, diff } from './compare/diff.ts';
export { history } from './compare/history.ts';
export { type Asked, explain } from './explain.ts';
export type { Change, ChangeKind, Diff, FieldChange } from './model/diff.ts';
export type { Block, BlockKind, Document, DocumentDate, Page, Span } from './model/document.ts';
export type {
  ExplainedFinding,
  ExplainedGuard,
  ExplainedNear,
  ExplainedRefusal,
  ExplainedSentence,
  ExplainedStep,
  Explanation,
  RuleUse,
} from './model/explanation.ts';
export { type ExitCode, type Level, PmedError } from './model/fault.ts';
export type { Finding, Findings, Suppressed } from './model/findings.ts';
export type { History, HistoryCommitment, HistoryStep, HistoryVersion } from './model/history.ts';
export type { ReportPart } from './model/part.ts';
export type {
  Actor,
  Commitment,
  CommitmentKind,
  Condition,
  Deadline,
  DocumentRecord,
  Evidence,
  Precision,
  Report,
  ReportDiagnostic,
  Reviewed,
  SectionRecord,
  Statement,
  StatementKind,
  StrengthLabel,
  Summary,
  Target,
  Theme,
  TimeRecord,
  Tool,
} from './model/report.ts';
export { parseDiff, parseReport } from './model/schema.ts';
export type { TextReport } from './model/text.ts';
export type { Verdict } from './model/verdict.ts';
export type { Passage, Version, Wording } from './model/version.ts';
export { type ReadOptions, read } from './read/read.ts';
export type { Source } from './read/source.ts';
export type { DiffScreenOptions } from './render/diff/options.ts';
export { renderDiff } from './render/diff-text.ts';
export { renderExplanation } from './render/explanation-text.ts';
export { renderJson } from './render/json.ts';
export { renderNdjson } from './render/ndjson.ts';
export { renderReport } from './render/report-text.ts';
export {
  defaultScreen,
  type Link,
  type Paint,
  plain,
  type ScreenOptions,
  type Spot,
  unlinked,
} from './render/screen.ts';
export { renderText } from './render/text.ts';
export type { PlanOptions } from './render/timeline/plan.ts';
export { renderTimeline, type TimelineScreen, type TimelineView } from './render/timeline-text.ts';
export { checkPack, loadRules, type PackFault, type RuleChoice, type Rules, type UserPack } from './rules/load.ts';
