const usual = require("./jest.config.cjs");

/** The property-based tests over whole runs of the apps, with more cases than `npm test` has time for. */
process.env.TEST_DEPTH ||= "10";

/** @type {import('jest').Config} */
module.exports = {
  ...usual,
  testMatch: [
    "<rootDir>/tools/main-job/test/{parity,hostile}/**/*.test.ts",
    "<rootDir>/tools/main-job/test/*Converge{,s}.test.ts",
  ],
};
