import { createMemoryCache, remember } from "../../src/transport/cache";

it("forgets an entry when its time is over, not before", async () => {
  let now = 1000;
  const cache = createMemoryCache(() => now);
  await cache.set("rates", { a: 1 }, 60);
  now = 1000 + 59_999;
  expect(await cache.get("rates")).toEqual({ a: 1 });
  now = 1000 + 60_000;
  expect(await cache.get("rates")).toBeUndefined();
});

it("loads once, then remembers, even an empty text", async () => {
  const cache = createMemoryCache(Date.now);
  const load = jest.fn(async () => "");
  expect(await remember(cache, "name", 60, load)).toBe("");
  expect(await remember(cache, "name", 60, load)).toBe("");
  expect(load).toHaveBeenCalledTimes(1);
});

it("does not remember a load that failed", async () => {
  const cache = createMemoryCache(Date.now);
  const load = jest
    .fn<Promise<string>, []>()
    .mockRejectedValueOnce(new Error("down"))
    .mockResolvedValueOnce("up");
  await expect(remember(cache, "name", 60, load)).rejects.toThrow("down");
  expect(await remember(cache, "name", 60, load)).toBe("up");
});
