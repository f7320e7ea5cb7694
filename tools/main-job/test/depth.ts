/** How many times the usual number of cases a property is tried with: 1 in `npm test`, more in `npm run test:deep`. */
export const DEPTH = Number(process.env["TEST_DEPTH"] || 1);
