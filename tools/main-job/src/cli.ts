import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import pc from "picocolors";
import { startSandbox, type Sandbox } from "@hubspot-xero/sandbox/sandbox";
import { runLive } from "./live";
import { runMainJob } from "./mainJob";
import { report, runLine } from "./report";
import { loadZapier } from "./zapier";

const STATE_FOLDER = path.resolve(__dirname, "../../../.sandbox");

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
    await runLive({ write: options.write ?? false });
    return;
  }
  mkdirSync(STATE_FOLDER, { recursive: true });
  const stateFile = path.join(STATE_FOLDER, "state.json");
  if (options.reset) rmSync(stateFile, { force: true });
  const sandbox = await startSandbox({ stateFile });
  Object.assign(process.env, sandbox.environment);

  try {
    const result = await runMainJob(loadZapier(), sandbox, (run) =>
      console.log(runLine(run)),
    );
    console.log(`\n${pc.bold("Connection")}  ${result.label}`);
    console.log(`${pc.bold("Set-up")}      ${result.setUp}\n`);
    console.log(report(result));
    if (!options.once) return console.log(howToPlayOn(sandbox));
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

function howToPlayOn({ hubspot, xero, environment }: Sandbox): string {
  const { access_token, refresh_token } = xero.issueToken();
  const settings = Object.entries({
    ...environment,
    authData_hubspot_token: hubspot.token,
    authData_access_token: access_token,
    authData_refresh_token: refresh_token,
    authData_organisation_id: Object.keys(xero.state.organisations)[0] ?? "",
  })
    .map(([name, value]) => `${name}=${value}`)
    .join("\n");
  return `
${pc.bold("Play on")}  HubSpot and Xero stay up until Ctrl+C; the books are kept for the next run (--reset forgets them).

Move a deal into Closed Won, then look at the invoices:
  curl -X PATCH ${hubspot.url}/crm/objects/2026-09/deals/49301844777 -H "Authorization: Bearer ${hubspot.token}" -H "Content-Type: application/json" -d '{"properties":{"dealstage":"closedwon"}}'
  curl "${xero.url}/api.xro/2.0/Invoices?page=1" -H "Authorization: Bearer $TOKEN" -H "Xero-Tenant-Id: ${Object.keys(xero.state.organisations)[0]}" -H "Accept: application/json"
with TOKEN=${access_token}

Run the app's own steps with Zapier's CLI: put these lines into zapier-app/.env,
${settings}
then, in zapier-app (the token lasts 30 minutes):
  npx zapier-platform invoke trigger deal_entered_stage --non-interactive -i '{"pipeline_id":"default","stage_id":"closedwon"}'
  npx zapier-platform invoke create create_invoice_from_deal --non-interactive -i '{"deal_id":"49301844777","invoice_status":"DRAFT","account_code":"200"}'
`;
}
