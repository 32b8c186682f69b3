/** Numbers for the screen, the same in every locale. */

/** `21480` as `21,480`. */
export function grouped(value: number): string {
  const digits = String(Math.trunc(Math.abs(value)));
  let out = '';
  for (let index = 0; index < digits.length; index++) {
    if (index > 0 && (digits.length - index) % 3 === 0) out += ',';
    out += digits.charAt(index);
  }
  return value < 0 ? `-${out}` : out;
}

/** `1 page`, `2 pages`, `21,480 words`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}
