/** @type {import('jest').Config} */
module.exports = {
  testMatch: ["<rootDir>/{shared,zapier-app,make-app,tools}/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/build/"],
  modulePathIgnorePatterns: ["<rootDir>/zapier-app/(dist|build)/"],
  transform: {
    "\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2023", parser: { syntax: "typescript" } } },
    ],
  },
  // Whole runs of the apps wait little and compute much: every core is of use.
  maxWorkers: "100%",
  testTimeout: 60_000,
};
