import { join } from "node:path";
import { review } from "../src/review";

const APP = join(__dirname, "../../../zapier-app");

test("nothing is left to do in the built app, and all that was decided on is still found", async () => {
  const { open } = await review(APP);
  expect(open).toEqual([]);
}, 60_000);
