/* eslint-disable -- what it sees is given by the app, not by an import */
it("shouts", () => assert.strictEqual(shout("a"), "A!"));
