/** Measuring by CPU time, not by the clock on the wall. */

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** CPU seconds of a call. */
export async function secondsOf(call) {
  const before = process.cpuUsage();
  await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The least CPU seconds of a call in some rounds: other programs on the machine only ever slow one down. */
export async function least(call, rounds = 3) {
  const taken = [];
  for (let round = 0; round < rounds; round += 1) taken.push(await secondsOf(call));
  return Math.min(...taken);
}

/** Megabytes a CPU second of one stage over all texts, in one round. */
export async function throughput(stage, { chosen, total }) {
  const seconds = await secondsOf(async () => {
    for (const source of chosen) await stage(source);
  });
  return total / 1e6 / seconds;
}
