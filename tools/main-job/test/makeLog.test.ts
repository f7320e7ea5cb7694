import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openMake } from "../src/make";
import { INVOICE_CHOICES } from "../src/makeJob";
import { openWorld } from "./world";

it("no token, key or secret is in Make's log or in an error, through sign-in, refresh and failures", async () => {
  const { sandbox, authData } = await openWorld();
  const { app, connections, log } = await openMake(sandbox, () =>
    sandbox.clock.now(),
  );
  const secrets = [
    sandbox.hubspot.token,
    ...tokens(connections.xero.data),
    String(sandbox.environment["CLIENT_SECRET"]),
  ];
  const errors: string[] = [];
  const run = (id: string, given: Record<string, unknown>, xero = true) =>
    app
      .runModule(id, given, {
        connection: xero ? connections.xero : connections.hubspot,
      })
      .catch((error: Error) => {
        errors.push(`${error.message} ${error.stack}`);
        return { bundles: [] };
      });
  const organisationId = authData["organisation_id"];

  const { bundles } = await run(
    "getDealForBilling",
    { dealId: DEAL.website },
    false,
  );
  const { billing } = bundles[0] as { billing: unknown };
  const bill = () =>
    run("createInvoiceFromDeal", {
      organisationId,
      billing,
      ...INVOICE_CHOICES,
    });
  for (const status of [400, 401, 403, 429, 500]) {
    sandbox.faults.add({
      vendor: "xero",
      effect: { kind: "refuse", status, body: `Bearer ${secrets[1]}` },
    });
    await bill();
  }
  await app.refresh(connections.xero, { force: true });
  secrets.push(...tokens(connections.xero.data));
  await bill();
  await run("getDealForBilling", { dealId: "999" }, false);
  await run("makeXeroApiCall", {
    organisationId,
    url: "/api.xro/2.0/Nothing",
    method: "GET",
  });

  expect(errors.length).toBeGreaterThanOrEqual(6);
  expect(log.length).toBeGreaterThan(20);
  const told = JSON.stringify([log, errors]);
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(8);
    expect(told).not.toContain(secret);
  }
  // The vendor's own answers held a token once; everywhere else the app's sanitising was enough.
  expect(
    log.flatMap(({ leaks, response }) =>
      (response?.statusCode ?? 0) >= 400 ? [] : leaks,
    ),
  ).toEqual([]);
});

function tokens(data: Record<string, unknown>): string[] {
  return [String(data["accessToken"]), String(data["refreshToken"])];
}
