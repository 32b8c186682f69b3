/** How sentences with one time expression each, or none, are judged. */

const DAY = 864e5;
const dayOf = (iso) =>
  iso ? Date.parse(`${String(iso).slice(0, 10).padEnd(10, '-01').slice(0, 10)}T00:00:00Z`) : null;
const isNear = (a, b) => a !== null && b !== null && Math.abs(a - b) <= DAY;
const upper = (value) =>
  String(value ?? '')
    .toUpperCase()
    .trim();
/** A probe may call a role otherwise than the report. */
const ROLES = { duration: ['period'] };

/**
 * Whether a probe's expression was found (any overlap), its value or its days are right (the ends may be a day off), and
 * its role. A probe without a target must yield nothing.
 * @param probe `{ target?, value, accept?, interval?, role? }`; of the interval null ends are open
 * @param times what was found: `{ span, value, start, end, role?, resolved? }`, ISO days, inclusive
 */
export function judge(probe, times) {
  const { target } = probe;
  if (!target) return { found: times.length === 0, right: times.length === 0, role: times.length === 0 };
  const hits = times.filter(({ span }) => Math.min(span.end, target.end) > Math.max(span.start, target.start));
  if (hits.length === 0) return { found: false, right: false, role: false };
  const accepted = new Set([probe.value, ...(probe.accept ?? [])].map(upper));
  const [from, to] = probe.interval ?? [null, null];
  if (from && to) accepted.add(upper(from === to ? from : `${from}/${to}`));
  const saysSo = hits.some((time) => accepted.has(upper(time.value)) || (accepted.has('') && time.resolved === false));
  const isPlaced = ({ start, end }) =>
    (!from || isNear(dayOf(start), dayOf(from))) && (!to || isNear(dayOf(end), dayOf(to)));
  const roles = ROLES[probe.role] ?? [probe.role];
  return {
    found: true,
    right: saysSo || ((from || to) && hits.some(isPlaced)) || false,
    role: hits.some((time) => roles.includes(time.role)),
  };
}
