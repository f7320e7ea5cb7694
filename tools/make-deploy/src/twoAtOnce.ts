/**
 * Works through items in order, two at a time: Make's own extension asks no more of the API at once.
 * After a failure nothing new begins; the first failure is thrown once what runs has ended.
 */
export async function twoAtOnce<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) {
      try {
        results[index] = await work(item);
      } catch (error) {
        failures.push(error);
      }
      if (failures.length > 0) return;
    }
  };
  await Promise.all([worker(), worker()]);
  if (failures.length > 0) throw failures[0];
  return results;
}
