/**
 * Gives the results of `work` in the order of the items, whichever are ready first.
 * @param atOnce most results that are under way or wait to be taken, with the one that the caller has just taken: the next
 *   item is only asked for when the caller comes back
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void> {
  const started: Promise<R>[] = [];
  for (const item of items) {
    const result = work(item);
    result.catch(() => {}); // it is awaited below, unless the caller has gone
    started.push(result);
    if (started.length === atOnce) yield started.shift()!;
  }
  while (started.length > 0) yield started.shift()!;
}
