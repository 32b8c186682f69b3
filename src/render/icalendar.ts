/** Lines of iCalendar (RFC 5545): texts escaped, long lines folded, each ended by CRLF. */

/** A line may have as many octets, its CRLF not counted (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/** `NAME:value` as one content line, folded between characters. */
export function contentLine(name: string, value: string): string {
  let folded = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const its = octetsOf(character);
    if (octets + its > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += its;
  }
  return `${folded}\r\n`;
}

/** A value of the type TEXT (RFC 5545, 3.3.11): newlines become `\n`, other control characters go. */
export function textValue(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** Octets of one character in UTF-8; half of a pair is written as U+FFFD, which has three. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
