import { startSandbox } from "./sandbox";

async function main(): Promise<void> {
  if (process.argv.length > 2)
    return console.log(
      "npm run sandbox: a local HubSpot on port 4010 and a local Xero on port 4020, until Ctrl+C. It takes no options.",
    );
  const sandbox = await startSandbox({ hubspotPort: 4010, xeroPort: 4020 });
  const { access_token } = sandbox.xero.issueToken();
  console.log(`HubSpot  ${sandbox.hubspot.url}   service key: ${sandbox.hubspot.token}
Xero     ${sandbox.xero.url}   access token (30 minutes): ${access_token}

Stop with Ctrl+C; nothing is kept.`);
}

void main();
