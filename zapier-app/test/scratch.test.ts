import { changedSinceLastPoll } from "@hubspot-xero/shared/flows/changedSince";
import { createMemoryCache } from "@hubspot-xero/shared/transport/cache";
import {
  creditNote,
  creditNotes,
  invoices,
  partPaid,
  payment,
  payments,
  xeroDate,
  NOW,
} from "./fixtures/changes";
import { vendors } from "./fixtures/vendors";
import { failure, newZap, stopClock } from "./fixtures/zap";
afterEach(() => jest.useRealTimers());
it("S1 stuck", async () => {
  let clock = Date.parse(NOW);
  const cache = createMemoryCache(() => clock);
  const all = Array.from({ length: 1500 }, (_, i) => ({
    id: i,
    UpdatedDateUTC: xeroDate(
      new Date(Date.parse("2026-11-22T11:00:00Z") + i * 500).toISOString(),
    ),
  }));
  const seen = new Set<number>();
  for (let poll = 0; poll < 100; poll++) {
    const r = await changedSinceLastPoll(
      { cache, now: new Date(clock).toISOString() },
      "x",
      100,
      async (since, page) =>
        all
          .filter(
            (r) =>
              Number(/\d+/.exec(r.UpdatedDateUTC)![0]) >= Date.parse(since),
          )
          .slice((page - 1) * 100, page * 100),
    );
    r.forEach(({ id }) => seen.add(id));
    clock += 900_000;
  }
  console.log("S1 seen after 100 polls", seen.size);
});
it("S2 lost after two failures of the second request", async () => {
  stopClock(NOW);
  const zap = newZap();
  vendors(payments());
  await zap.trigger("payment_received");
  for (const t of ["11:45", "12:00"]) {
    jest.setSystemTime(new Date(`2026-11-22T${t}:00Z`));
    vendors(
      payments(payment({ UpdatedDateUTC: xeroDate("2026-11-22T11:35:00Z") })),
      { call: "GET xero /Invoices", status: 500, body: "" },
    );
    console.log("S2", (await failure(zap.trigger("payment_received"))).name);
  }
  jest.setSystemTime(new Date("2026-11-22T12:15:00Z"));
  const wire = vendors(payments());
  await zap.trigger("payment_received");
  console.log(
    "S2 third poll asks since",
    wire.headers(0)["if-modified-since"],
    "payment of 11:35",
  );
});
it("S3 dedupe window", async () => {
  stopClock(NOW);
  const zap = newZap();
  vendors(payments());
  await zap.trigger("payment_received");
  const wire = vendors(payments());
  await zap.trigger("payment_received", {}, { isPopulatingDedupe: true });
  console.log("S3 populating asks since", wire.headers(0)["if-modified-since"]);
});
it("S4 sample hidden by bills", async () => {
  vendors(payments(payment({ PaymentType: "ACCPAYPAYMENT" })));
  console.log(
    "S4",
    await newZap().trigger("payment_received", {}, { isLoadingSample: true }),
  );
});
it("S5 scope", async () => {
  vendors({
    call: "GET xero /Payments",
    status: 401,
    headers: { "WWW-Authenticate": "insufficient_scope" },
    body: {
      Title: "Unauthorized",
      Status: 401,
      Detail: "AuthorizationUnsuccessful",
    },
  });
  const f = await failure(newZap().trigger("payment_received"));
  console.log("S5", f.name, f.message);
});
it("S6 empty / bill", async () => {
  vendors(
    { call: "GET xero /Invoices/X", body: { Invoices: [] } },
    {
      call: "GET xero /Invoices/Y",
      body: { Invoices: [partPaid({ Type: "ACCPAY" })] },
    },
  );
  console.log(
    "S6",
    JSON.stringify(
      await newZap().search("find_invoice", { invoice_number: "X" }),
    ),
    (await newZap().search("find_invoice", { invoice_number: "Y" })).length,
  );
});
