/** How sentences whose commitments are written down field by field are judged. */

const FIELDS = ['action', 'targets', 'deadline', 'conditions', 'beneficiary', 'polarity', 'novelty', 'specificity'];
const NO_TARGET = {
  from: null,
  upper: null,
  comparator: '=',
  direction: null,
  per: null,
  of: null,
  baseline: null,
};
const BY_DEFAULT = {
  targets: [],
  deadline: null,
  conditions: [],
  beneficiary: null,
  polarity: 'positive',
  novelty: 'unknown',
};

/** One field of a commitment, said so that equal things are equal strings. */
function said(field, commitment) {
  if (field === 'action') return commitment.action.text;
  if (field === 'deadline') return commitment.deadline?.text ?? null;
  if (field === 'targets')
    return JSON.stringify(
      commitment.targets.map((target) =>
        Object.keys({ text: 0, value: 0, unit: 0, ...NO_TARGET }).map((key) => target[key] ?? null),
      ),
    );
  if (field === 'conditions') return JSON.stringify(commitment.conditions.map(({ kind, text }) => [kind, text]));
  return commitment[field];
}

/** A probe's commitment in the form of a report's, what it leaves out filled in. */
const asFound = (want) => ({
  ...BY_DEFAULT,
  ...want,
  action: { text: want.action },
  targets: (want.targets ?? []).map((target) => ({ ...NO_TARGET, ...target })),
  deadline: want.deadline ? { text: want.deadline } : null,
});

/**
 * What is wrong with each field of each commitment that a probe wants; the commitments are taken in order, and one that
 * is missing or too many is told as `number`. A specificity is judged only where the probe gives one.
 * @param probe `{ want: [{ action, targets?, deadline?, conditions?, beneficiary?, polarity?, novelty?, specificity? }] }`
 * @param found the commitments of the report
 * @returns `[{ field, want, got }]`, one for each field judged; `got` equals `want` where it is right
 */
export function judge(probe, found) {
  const judged = [{ field: 'number', want: probe.want.length, got: found.length }];
  probe.want.forEach((want, i) => {
    const commitment = found[i];
    if (!commitment) return;
    for (const field of FIELDS)
      if (field !== 'specificity' || want.specificity !== undefined)
        judged.push({ field, want: said(field, asFound(want)), got: said(field, commitment) });
  });
  return judged;
}
