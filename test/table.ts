/** Tables of separated values read back, for tests of what pmed writes. */

/** RFC 4180, one character after the other: what any spreadsheet reads. */
export function parsedTable(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
      else isQuoted = false;
    } else if (character === '"' && cell === '') {
      isQuoted = true;
    } else if (character === separator || character === '\n') {
      row.push(cell);
      cell = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else {
      cell += character;
    }
  }
  return rows;
}
