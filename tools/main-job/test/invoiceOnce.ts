import { INVOICE_STEP } from "../src/mainJob";
import { loadZapier } from "../src/zapier";

/** One run of the invoice step in a process of its own, for a test to kill: authentication and deal come from the environment. */
void loadZapier().run("creates", "create_invoice_from_deal", {
  authData: JSON.parse(process.env["AUTH_DATA"] ?? "{}"),
  inputData: { ...INVOICE_STEP, deal_id: process.env["DEAL_ID"] },
});
