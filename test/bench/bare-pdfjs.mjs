/** The text of all pages of a PDF by pdfjs alone, as its documentation shows it: what the reading of PDFs is compared with. */
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const task = getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 });
const document = await task.promise;
let characters = 0;
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  for (const item of items) characters += item.str?.length ?? 0;
}
console.log(`${document.numPages} pages, ${characters} characters`);
await task.destroy();
