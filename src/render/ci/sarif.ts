/**
 * A run as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), for code scanning and for viewers: every
 * annotation a result with its quote and a fingerprint, every rule with its help, every document with its hash.
 */
import type { Annotation, CiDocument, CiNotice, CiRule, CiRun, Suppression } from './annotation.ts';
import { worstFirst } from './annotation.ts';
import { isBelow, uriOf } from './paths.ts';
import { addressIn, type DocumentTexts, NO_TEXTS } from './sarif-places.ts';
import { oneLine, sentence } from './wording.ts';

/** Results that GitHub takes of a run; it refuses the whole of a longer one. */
const MOST_RESULTS = 25_000;

/** The base of all relative paths: the folder that pmed was run in, which for a service is that of the repository. */
const ROOT = '%SRCROOT%';

/**
 * @param texts where `--sarif-text` wrote the text of the documents; places then lie there
 * @returns JSON, ending in a newline
 */
export function renderSarif(run: CiRun, texts: DocumentTexts = NO_TEXTS): string {
  const { annotations } = run;
  const kept = annotations.length <= MOST_RESULTS ? annotations : mostSevere(annotations);
  const left = annotations.length - kept.length;
  const [one, ...others] = run.documents.filter(({ isSubject }) => isSubject);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driverOf(run) },
        language: 'en-GB',
        columnKind: 'utf16CodeUnits',
        // The closing slash makes the whole a category: runs on other documents do not take each other's place.
        automationDetails: {
          id: `pmed-${run.command}/${one === undefined || others.length > 0 ? '' : `${one.path}/`}`,
        },
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder that pmed was run in.' } } },
        invocations: [invocationOf(run, left)],
        artifacts: run.documents.map((document) => artifactOf(document)),
        results: resultsOf(kept, run, texts),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** As many as are allowed, the most severe of them, in their order. */
function mostSevere(annotations: readonly Annotation[]): Annotation[] {
  const kept = new Set(worstFirst(annotations).slice(0, MOST_RESULTS));
  return annotations.filter((annotation) => kept.has(annotation));
}

function driverOf({ tool, rules }: CiRun): object {
  return {
    name: tool.name,
    version: tool.version,
    semanticVersion: tool.version,
    rules: rules.map(descriptorOf),
    properties: { packs: tool.packs.map(({ id, version, sha256 }) => ({ id, version, sha256 })) },
  };
}

function descriptorOf({ id, level, short, help }: CiRule): object {
  const name = id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return {
    id,
    // A name that says no more than the id is to be left out (3.49.7).
    ...(id.includes('-') ? { name } : {}),
    shortDescription: { text: message(sentence(short)) },
    fullDescription: { text: message(sentence(short)) },
    help: { text: message(help) },
    defaultConfiguration: { level },
    properties: {
      tags: ['commitments'],
      'problem.severity': level === 'note' ? 'recommendation' : level,
    },
  };
}

const EXITS: Readonly<Record<number, string>> = {
  0: 'done',
  1: 'the gate failed',
  3: 'an input was not read, or not completely',
};

function invocationOf({ exitCode, notices }: CiRun, left: number): object {
  const told = notices.map(notificationOf);
  const cut = `${left} results of lower level were left out: a run holds ${MOST_RESULTS} at most.`;
  if (left > 0) told.push({ level: 'warning', message: { text: cut } });
  return {
    executionSuccessful: exitCode <= 1,
    exitCode,
    ...(EXITS[exitCode] === undefined ? {} : { exitCodeDescription: EXITS[exitCode] }),
    toolExecutionNotifications: told,
  };
}

function notificationOf({ code, level, message: what, hint, path, page }: CiNotice): object {
  const text = [what, hint ?? '']
    .map(oneLine)
    .filter((each) => each !== '')
    .join(' ');
  return {
    descriptor: { id: code },
    level,
    message: { text: message(text) },
    ...(path === null ? {} : { locations: [{ physicalLocation: { artifactLocation: fileAt(path) } }] }),
    ...(page === null ? {} : { properties: { page } }),
  };
}

function artifactOf({ path, sha256, mediaType, bytes, isSubject }: CiDocument): object {
  return {
    location: fileAt(path),
    ...(isSubject ? { roles: ['analysisTarget'] } : {}),
    mimeType: mediaType,
    length: bytes,
    hashes: { 'sha-256': sha256 },
  };
}

function resultsOf(annotations: readonly Annotation[], run: CiRun, texts: DocumentTexts): object[] {
  const ruleAt = new Map(run.rules.map(({ id }, index) => [id, index]));
  const hasSuppressed = annotations.some(({ suppressed }) => suppressed !== null);
  const addresses = annotations.map(({ place }) => addressIn(place, texts));
  const shared = new Map<string, number>();
  const lineKey = (index: number): string => {
    const { path, region } = addresses[index] ?? {};
    return JSON.stringify([annotations[index]?.rule, path, region?.startLine]);
  };
  annotations.forEach((_, index) => {
    shared.set(lineKey(index), (shared.get(lineKey(index)) ?? 0) + 1);
  });
  return annotations.map((annotation, index) => {
    const { id, rule, rules, level, subject, message: what, place, related, ids, suppressed } = annotation;
    const at = ruleAt.get(rule);
    const { page, pageLabel } = place;
    const isAlone = shared.get(lineKey(index)) === 1 && addresses[index]?.isExact === true;
    return {
      ruleId: rule,
      ...(at === undefined ? {} : { ruleIndex: at }),
      level,
      message: { text: message(subject === null ? what : `${subject}: ${what}`) },
      locations: [{ physicalLocation: located(place, texts) }],
      ...(related.length === 0
        ? {}
        : {
            relatedLocations: related.map((other, number) => ({
              id: number + 1,
              physicalLocation: located(other, texts),
              message: { text: message(other.message) },
            })),
          }),
      partialFingerprints: {
        'pmedRecord/v1': id,
        // GitHub tells results apart by rule and a hash of the line. Where two would be one, the hash is given.
        ...(isAlone ? {} : { primaryLocationLineHash: `${id}:1` }),
      },
      ...(hasSuppressed ? { suppressions: suppressed === null ? [] : [suppressionOf(suppressed)] } : {}),
      properties: { page, pageLabel, kinds: rules, ids },
    };
  });
}

function located(place: Annotation['place'], texts: DocumentTexts): object {
  const { path, region } = addressIn(place, texts);
  const snippet = place.quote === null ? {} : { snippet: { text: place.quote } };
  return { artifactLocation: fileAt(path), region: { ...region, ...snippet } };
}

function suppressionOf({ by, reason, until }: Suppression): object {
  const words = { baseline: 'Accepted in the baseline', 'ignore-file': 'Ignored', comment: 'Ignored in the text' }[by];
  return {
    kind: by === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    justification: reason === null ? `${words}.` : oneLine(reason),
    properties: { by, until },
  };
}

/** A relative path lies below the root; one that leads out of it is taken as it stands. */
function fileAt(path: string): object {
  return isBelow(path) ? { uri: uriOf(path), uriBaseId: ROOT } : { uri: uriOf(path) };
}

/**
 * Text as a SARIF message means it: braces are placeholders there unless they are doubled (3.11.5), and brackets before
 * parentheses a link (3.11.6), which no document may make.
 */
function message(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}
