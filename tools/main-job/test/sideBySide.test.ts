import { startSandbox } from "@hubspot-xero/sandbox/sandbox";
import { runMainJob } from "../src/mainJob";
import { runMakeJob } from "../src/makeJob";
import { compareBooks, sideBySide } from "../src/sideBySide";
import { loadZapier } from "../src/zapier";

it("both apps make the same invoices and refuse the same deals, and a difference shows", async () => {
  const books = await startSandbox();
  const others = await startSandbox();
  Object.assign(process.env, books.environment);
  try {
    const zapier = await runMainJob(loadZapier(), books);
    const make = await runMakeJob(others);
    expect(compareBooks(books, others)).toEqual({ alike: 7, different: [] });
    const halted = zapier.runs.flatMap(({ refusal }) => refusal ?? []);
    expect(make.invoices.failures).toHaveLength(6);
    for (const sentence of make.invoices.failures)
      expect(
        halted.filter(({ message }) =>
          withoutIds(message).endsWith(withoutIds(sentence)),
        ),
      ).toHaveLength(1);

    others.hubspot.update("deals", "49301844764", {
      xero_amount_paid: "0.01",
    });
    const likeness = compareBooks(books, others);
    expect(likeness).toEqual({ alike: 6, different: ["HS-49301844764"] });
    expect(sideBySide(zapier, make, likeness)).toContain(
      "Not alike in both: HS-49301844764.",
    );
  } finally {
    await Promise.all([books.close(), others.close()]);
  }
});

/** Xero gives contacts other ids in each books. */
const withoutIds = (sentence: string) =>
  sentence.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>");
