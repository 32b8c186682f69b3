/** Writes what an analysis finds as a project for programs of qualitative analysis. */
import type { ReportPart } from '../../model/part.ts';
import type { ProjectLook } from '../../render/qdpx/project.ts';
import type { Writer, WriterMaker } from './sinks.ts';

/** @param view what of a part the command shows */
export function qdpxWriter(
  look: ProjectLook,
  view: (part: ReportPart) => ReportPart = (part) => part,
): WriterMaker<ReportPart> {
  return async () => {
    const { QdpxProject } = await import('../../render/qdpx/project.ts');
    return (): Writer<ReportPart> => {
      const project = new QdpxProject(look);
      return {
        start: () => '',
        part(part) {
          project.add(view(part));
          return [];
        },
        end: () => [project.bytes()],
      };
    };
  };
}
