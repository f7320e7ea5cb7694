import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";
import type { Zapier } from "./zapier";

const REDIRECT_URI =
  "https://zapier.com/dashboard/auth/oauth/return/App1CLIAPI/";

/** Connects as a user would: the service key is typed in, Xero's consent page is followed, the code exchanged. */
export async function connect(
  zapier: Zapier,
  sandbox: Sandbox,
): Promise<{ authData: Record<string, string>; label: string }> {
  const inputData = { redirect_uri: REDIRECT_URI, state: "sandbox-state" };
  const consentUrl = await zapier.authorizeUrl({ inputData });
  const consent = await fetch(consentUrl, { redirect: "manual" });
  const returned = new URL(consent.headers.get("location") ?? "");
  const authData: Record<string, string> = {
    hubspot_token: sandbox.hubspot.token,
    ...(await zapier.getAccessToken({
      inputData: { ...inputData, code: returned.searchParams.get("code") },
    })),
  };
  const names = await zapier.test<{
    organisation_name: string;
    hubspot_account: string;
  }>({ authData });
  return {
    authData,
    label: `${names.organisation_name} / HubSpot ${names.hubspot_account}`,
  };
}
