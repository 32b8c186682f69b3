/** Projects of REFI-QDA read back, with the rules of its schema (Project.xsd, name space `urn:QDA-XML:project:1.0`). */
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import { type Element, elements, parsed } from './xml.ts';

/** An element's attributes, those that it must have first, and what may stand in it, in this order. */
interface Rule {
  readonly needs?: readonly string[];
  readonly may?: readonly string[];
  readonly holds?: readonly string[];
}

const AUDIT = ['creatingUser', 'creationDateTime'];
const REF: Rule = { needs: ['targetGUID'] };
const RULES: Readonly<Record<string, Rule>> = {
  Project: {
    needs: ['name'],
    may: ['origin', 'creatingUserGUID', 'creationDateTime', 'xmlns'],
    holds: ['Users', 'CodeBook', 'Sources', 'Notes', 'Sets', 'NoteRef'],
  },
  Users: { holds: ['User'] },
  User: { needs: ['guid'], may: ['name', 'id'] },
  CodeBook: { holds: ['Codes'] },
  Codes: { holds: ['Code'] },
  Code: { needs: ['guid', 'name', 'isCodable'], may: ['color'], holds: ['Description', 'Code'] },
  Sources: { holds: ['TextSource'] },
  TextSource: {
    needs: ['guid'],
    may: ['name', 'plainTextPath', ...AUDIT],
    holds: ['Description', 'PlainTextSelection'],
  },
  PlainTextSelection: {
    needs: ['guid', 'startPosition', 'endPosition'],
    may: ['name', ...AUDIT],
    holds: ['Description', 'Coding'],
  },
  Coding: { needs: ['guid'], may: AUDIT, holds: ['CodeRef'] },
  Notes: { holds: ['Note'] },
  Note: { needs: ['guid'], may: ['name', 'plainTextPath', ...AUDIT] },
  Sets: { holds: ['Set'] },
  Set: { needs: ['guid', 'name'], holds: ['Description', 'MemberCode', 'MemberSource'] },
  Description: {},
  CodeRef: REF,
  NoteRef: REF,
  MemberCode: REF,
  MemberSource: REF,
};

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What an archive holds: the project, the texts of its documents, and the names of all files. */
export interface OpenProject {
  readonly project: Element;
  /** Of each source its name, text and selections. */
  readonly sources: readonly {
    readonly name: string;
    readonly text: string;
    readonly selections: readonly Selected[];
  }[];
  readonly files: readonly string[];
}

export interface Selected {
  readonly name: string | undefined;
  /** The code points from start to end, as a program reads them. */
  readonly text: string;
  /** Names of the codes. */
  readonly codes: readonly string[];
}

/** Opens an archive as a strict importer does; fails where it keeps to the rules no more. */
export function openProject(bytes: Uint8Array): OpenProject {
  const files = unzipSync(bytes);
  const xml = strFromU8(files['project.qde'] ?? new Uint8Array());
  expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Project /);
  const project = parsed(xml.replace(/^<\?xml[^>]*>\n/, '').trimEnd());
  expect(project.attributes.xmlns).toBe('urn:QDA-XML:project:1.0');
  keepsTo(project);

  const all = Object.keys(RULES).flatMap((name) => elements(project, name));
  const ids = all.flatMap(({ attributes: { guid } }) => guid ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(GUID);
  const known = new Set(ids);
  for (const { attributes } of all)
    for (const key of ['targetGUID', 'creatingUser', 'creatingUserGUID'])
      if (attributes[key] !== undefined) expect(known).toContain(attributes[key]);
  for (const { attributes } of all)
    if (attributes.creationDateTime !== undefined)
      expect(attributes.creationDateTime).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);

  const codes = elements(project, 'Code');
  const names = codes.map(({ attributes: { name = '' } }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  for (const { attributes } of codes) expect(attributes.color).toMatch(/^#[0-9a-f]{6}$/);
  const nameOf = new Map(codes.map(({ attributes: { guid = '', name = '' } }) => [guid, name]));

  const textAt = ({ attributes: { plainTextPath = '' } }: Element): string => {
    const bytesOfText = files[`sources/${plainTextPath.replace(/^internal:\/\//, '')}`];
    if (bytesOfText === undefined) throw new Error(`no file ${plainTextPath}`);
    const text = strFromU8(bytesOfText);
    expect(text).not.toMatch(/^\ufeff|\r|\ufffe/);
    return text;
  };
  for (const note of elements(project, 'Note')) textAt(note);
  const sources = elements(project, 'TextSource').map((source) => {
    const points = [...textAt(source)];
    const selections = elements(source, 'PlainTextSelection').map((selection): Selected => {
      const { name, startPosition, endPosition } = selection.attributes;
      const [start, end] = [Number(startPosition), Number(endPosition)];
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(points.length);
      return {
        name,
        text: points.slice(start, end).join(''),
        codes: elements(selection, 'CodeRef').map(
          ({ attributes: { targetGUID = '' } }) => nameOf.get(targetGUID) ?? '',
        ),
      };
    });
    return { name: source.attributes.name ?? '', text: points.join(''), selections };
  });
  return { project, sources, files: Object.keys(files) };
}

/** The rules of the schema for an element and all in it. */
function keepsTo(element: Element): void {
  const rule = RULES[element.name];
  if (rule === undefined) throw new Error(`no <${element.name}> is known`);
  const given = Object.keys(element.attributes);
  for (const name of rule.needs ?? []) expect(given, element.name).toContain(name);
  for (const name of given) expect([...(rule.needs ?? []), ...(rule.may ?? [])], element.name).toContain(name);
  const children = element.children.filter((child) => typeof child === 'object');
  const order = children.map(({ name }) => (rule.holds ?? []).indexOf(name));
  expect(order, element.name).not.toContain(-1);
  expect(order, element.name).toEqual([...order].sort((a, b) => a - b));
  if (/^(?:Users|Codes|CodeBook|Sources|Notes|Sets)$/.test(element.name)) expect(children.length).toBeGreaterThan(0);
  for (const child of children) keepsTo(child);
}
