/** The parts of a packed document that are XML. */
import type { Archive } from './archive.ts';
import type { XmlElement } from './xml.ts';
import { children, parseXml } from './xml.ts';

/**
 * The root element of a part; undefined where there is no such part or no element in it.
 * @throws PmedError as `Archive.text` and `parseXml`
 */
export async function rootOf(archive: Archive, name: string): Promise<XmlElement | undefined> {
  const xml = await archive.text(name);
  if (xml === null) return undefined;
  const parsed = parseXml(xml);
  return parsed === null ? undefined : children(parsed)[0];
}
