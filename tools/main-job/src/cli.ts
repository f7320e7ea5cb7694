import { writeFileSync } from "node:fs";
import { Command } from "commander";
import pc from "picocolors";
import { startSandbox, type Sandbox } from "@hubspot-xero/sandbox/sandbox";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { connectionFile, openBooks, SETTINGS_FILE, STATE_FILE } from "./books";
import { runLive } from "./live";
import { openMake } from "./make";
import { runMainJob, type MainJobResult } from "./mainJob";
import { runMakeJob } from "./makeJob";
import { report, runLine } from "./report";
import { compareBooks, sideBySide } from "./sideBySide";
import { loadZapier } from "./zapier";

interface Options {
  once?: true;
  reset?: true;
  live?: true;
  write?: true;
}

const program = new Command("npm start --")
  .description(
    "Wins the seeded deals in a local HubSpot, runs the Zapier app, and shows the invoices in a local Xero.",
  )
  .option("--once", "end after the run; exit code 0 when all went as it should")
  .option("--reset", "begin with fresh books instead of those of the last run")
  .option(
    "--live",
    "use the real accounts that the environment names: read and show the plan, write nothing",
  )
  .option("--write", "with --live: create the invoices")
  .action(main);

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main(options: Options): Promise<void> {
  if (options.live) {
    const complete = await runLive({ write: options.write ?? false });
    process.exitCode = complete ? 0 : 1;
    return;
  }
  if (options.write)
    throw new Error("--write goes with --live: npm start -- --live --write");
  const isFresh = openBooks({ reset: options.reset ?? false });
  const sandbox = await startSandbox({ stateFile: STATE_FILE });
  Object.assign(process.env, sandbox.environment);

  try {
    const result = await runMainJob(loadZapier(), sandbox, (run) =>
      console.log(runLine(run)),
    );
    console.log(`\n${pc.bold("Connection")}  ${result.label}`);
    console.log(`${pc.bold("Set-up")}      ${result.setUp}\n`);
    console.log(report(result));
    console.log(`\n${await throughMake(result, sandbox, isFresh)}`);
    if (!options.once) {
      process.on("SIGINT", () => {
        console.log("\nStopped. The books are kept for the next run.");
        process.exit();
      });
      return console.log(await howToPlayOn(sandbox));
    }
    // A refusal is the app doing its work; anything else is a fault.
    process.exitCode = result.runs.some(
      ({ refusal }) => refusal && refusal.name !== "HaltedError",
    )
      ? 1
      : 0;
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  await sandbox.close();
}

/** The same work through the Make app, on fresh books in memory; with books of earlier runs there is nothing to compare. */
async function throughMake(
  result: MainJobResult,
  zapier: Sandbox,
  isFresh: boolean,
): Promise<string> {
  if (!isFresh)
    return "Run with --reset to see the same work through the Make app, side by side.";
  const make = await startSandbox();
  try {
    const made = await runMakeJob(make);
    return sideBySide(result, made, compareBooks(zapier, make));
  } finally {
    await make.close();
  }
}

/** Commands that work as they are printed, in a shell that has read the settings file. */
async function howToPlayOn(sandbox: Sandbox): Promise<string> {
  const { hubspot, xero, environment } = sandbox;
  const open = hubspot.get("deals", DEAL.openPitch);
  const isPlayed = Boolean(open?.properties["xero_invoice_id"]);
  const { connections } = await openMake(sandbox, () => sandbox.clock.now());
  for (const [service, connection] of Object.entries(connections))
    writeFileSync(connectionFile(service), JSON.stringify(connection), {
      mode: 0o600,
    });
  const { access_token, refresh_token } = xero.issueToken();
  const settings = {
    ...environment,
    authData_hubspot_token: hubspot.token,
    authData_access_token: access_token,
    authData_refresh_token: refresh_token,
    authData_organisation_id: Object.keys(xero.state.organisations)[0] ?? "",
  };
  writeFileSync(
    SETTINGS_FILE,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
  return `
${pc.bold("Play on")}  HubSpot and Xero stay up until Ctrl+C; the books are kept for the next run (--reset forgets them).

In another terminal, in this folder, take the addresses and tokens (they last 30 minutes):
  set -a; . .sandbox/settings.env; set +a

Move another deal into Closed Won${isPlayed ? " (this one was played already: --reset begins anew)" : ""}:
  curl -X PATCH "$SANDBOX_HUBSPOT_URL/crm/objects/2026-09/deals/${DEAL.openPitch}" -H "Authorization: Bearer $authData_hubspot_token" -H "Content-Type: application/json" -d '{"properties":{"dealstage":"closedwon"}}'

Run the Zap's steps with Zapier's own CLI:
  cd zapier-app
  npx zapier-platform invoke trigger deal_entered_stage --non-interactive -i '{"pipeline_id":"default","stage_id":"closedwon"}' | head -40
  npx zapier-platform invoke create create_invoice_from_deal --non-interactive -i '{"deal_id":"${DEAL.openPitch}","invoice_status":"DRAFT","account_code":"200"}'

Run a module of the Make app (in the project's folder):
  echo '{"dealId":"${DEAL.openPitch}"}' > .sandbox/deal.json
  npx make-runner make-app/dist run getDealForBilling --params .sandbox/deal.json --connection .sandbox/make-hubspot.json --rewrite "api.hubapi.com=$SANDBOX_HUBSPOT_URL"

Look at the invoices in Xero, and at the deal in HubSpot:
  curl "$SANDBOX_XERO_URL/api.xro/2.0/Invoices?page=1" -H "Authorization: Bearer $authData_access_token" -H "Xero-Tenant-Id: $authData_organisation_id" -H "Accept: application/json"
  curl "$SANDBOX_HUBSPOT_URL/crm/objects/2026-09/deals/${DEAL.openPitch}?properties=xero_invoice_number,xero_invoice_total,xero_invoice_url" -H "Authorization: Bearer $authData_hubspot_token"
`;
}
