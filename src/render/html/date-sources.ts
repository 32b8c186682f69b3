/** How a document's date came to be known, in the words of pages. */
import type { DocumentRecord } from '../../model/report.ts';

export const dateSources: Readonly<Record<NonNullable<DocumentRecord['date']>['source'], string>> = {
  flag: 'as given',
  config: 'from the project file',
  text: 'in the text',
  metadata: 'from the file’s properties',
  name: 'from the file name',
};
