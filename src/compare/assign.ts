/** Optimal one-to-one assignment: which old record is which new one, so that the sum of benefits is greatest. */

/** A pair that may be matched. Pairs that are not listed never are. */
export interface Pair {
  readonly left: number;
  readonly right: number;
  /** Above 0; leaving both unmatched is worth 0. */
  readonly benefit: number;
}

/**
 * Matches lefts to rights, each at most once, so that the sum of benefits is greatest. Successive shortest augmenting
 * paths with node potentials, after Jonker and Volgenant, "A shortest augmenting path algorithm for dense and sparse
 * linear assignment problems", Computing 38 (1987); every left also has a right of its own worth 0, so that it may stay
 * unmatched. Paths never leave a connected component, so the cost is that of the components, not of the whole.
 * @param pairs in any order; of equal solutions the one met first in order of left, then right, is given
 * @returns the right of each matched left
 */
export function assign(pairs: readonly Pair[]): ReadonlyMap<number, number> {
  const lefts = [...new Set(pairs.map((pair) => pair.left))].sort((a, b) => a - b);
  const rights = [...new Set(pairs.map((pair) => pair.right))].sort((a, b) => a - b);
  const leftAt = new Map(lefts.map((left, at) => [left, at]));
  const rightAt = new Map(rights.map((right, at) => [right, at]));
  const top = pairs.reduce((most, pair) => Math.max(most, pair.benefit), 0);
  const edges: Edge[][] = lefts.map((_, at) => [{ to: rights.length + at, cost: top }]);
  for (const { left, right, benefit } of pairs) {
    const from = leftAt.get(left);
    const to = rightAt.get(right);
    if (from !== undefined && to !== undefined) edges[from]?.push({ to, cost: top - benefit });
  }
  for (const list of edges) list.sort((a, b) => a.to - b.to);

  const size = rights.length + lefts.length;
  const state: State = {
    edges,
    owner: new Int32Array(size).fill(-1),
    held: new Int32Array(lefts.length).fill(-1),
    price: new Float64Array(size),
  };
  for (let from = 0; from < lefts.length; from++) augment(from, state);

  const out = new Map<number, number>();
  for (const [at, left] of lefts.entries()) {
    const right = rights[state.held[at] ?? -1];
    if (right !== undefined) out.set(left, right);
  }
  return out;
}

interface Edge {
  readonly to: number;
  readonly cost: number;
}

/** Who holds what so far: `owner` by right, `held` by left, -1 for none; `price` is the dual of each right. */
interface State {
  readonly edges: readonly (readonly Edge[])[];
  readonly owner: Int32Array;
  readonly held: Int32Array;
  readonly price: Float64Array;
}

/** Gives `from` a right, moving the owners along the cheapest path to a free one; keeps reduced costs at 0 or above. */
function augment(from: number, { edges, owner, held, price }: State): void {
  const distance = new Map<number, number>();
  const parent = new Map<number, number>();
  const done = new Map<number, number>();
  const heap = new Heap();
  let left = from;
  let base = 0;
  for (;;) {
    for (const { to, cost } of edges[left] ?? []) {
      if (done.has(to)) continue;
      const far = base + cost - (price[to] ?? 0);
      const known = distance.get(to);
      if (known !== undefined && known <= far) continue;
      distance.set(to, far);
      parent.set(to, left);
      heap.push(far, to);
    }
    let next = heap.pop();
    while (next && done.has(next.node)) next = heap.pop();
    if (!next) return;
    const { key, node } = next;
    done.set(node, key);
    const holder = owner[node] ?? -1;
    if (holder < 0) {
      for (const [right, at] of done) price[right] = (price[right] ?? 0) + at - key;
      passOn(node, from, parent, owner, held);
      return;
    }
    const cost = edges[holder]?.find((edge) => edge.to === node)?.cost ?? 0;
    left = holder;
    base = key - cost + (price[node] ?? 0);
  }
}

/** Hands `free` to the left that reached it, that left's right to the one before it, and so on back to `from`. */
function passOn(
  free: number,
  from: number,
  parent: ReadonlyMap<number, number>,
  owner: Int32Array,
  held: Int32Array,
): void {
  let node = free;
  for (;;) {
    const left = parent.get(node) ?? from;
    const before = held[left] ?? -1;
    owner[node] = left;
    held[left] = node;
    if (left === from || before < 0) return;
    node = before;
  }
}

/** A binary heap of nodes by key, then by number. */
class Heap {
  readonly #items: { key: number; node: number }[] = [];

  push(key: number, node: number): void {
    const items = this.#items;
    items.push({ key, node });
    let at = items.length - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.#before(at, up)) break;
      this.#swap(at, up);
      at = up;
    }
  }

  pop(): { key: number; node: number } | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (!first || !last || items.length === 0) return first;
    items[0] = last;
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < items.length && this.#before(child, least)) least = child;
      if (least === at) return first;
      this.#swap(at, least);
      at = least;
    }
  }

  #before(a: number, b: number): boolean {
    const one = this.#items[a];
    const two = this.#items[b];
    if (!one || !two) return false;
    return one.key < two.key || (one.key === two.key && one.node < two.node);
  }

  #swap(a: number, b: number): void {
    const one = this.#items[a];
    const two = this.#items[b];
    if (!one || !two) return;
    this.#items[a] = two;
    this.#items[b] = one;
  }
}
