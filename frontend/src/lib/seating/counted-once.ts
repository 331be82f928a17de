// Kinds of ticket that share seats or a quota: their places are there once, however many kinds sell them.

interface Sharing {
  id: number;
  section: string | null;
  quota: string | null;
}

/**
 * The sum over all kinds. Those that share count once: as many as `knownOf` says of what they share, where it is known, else as the
 * largest of them has.
 */
export function countedOnce<Kind extends Sharing>(kinds: readonly Kind[], countOf: (kind: Kind) => number, knownOf?: ReadonlyMap<string, number>): number {
  const shares = new Map<string, number[]>();
  for (const kind of kinds) {
    const share = kind.section ?? (kind.quota ? `quota ${kind.quota}` : `type ${kind.id}`);
    shares.set(share, [...(shares.get(share) ?? []), countOf(kind)]);
  }
  return [...shares].reduce((sum, [share, counts]) => {
    const together = counts.reduce((all, count) => all + count, 0);
    return sum + Math.min(together, Math.max(...counts, Math.min(together, knownOf?.get(share) ?? 0)));
  }, 0);
}
