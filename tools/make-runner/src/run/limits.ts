/** Make's limits of one module run. */
export const limits = {
  requests: 100,
  paginationRequests: 50,
  records: 3200,
  callMilliseconds: 40_000,
} as const;
