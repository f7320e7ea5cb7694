import { readCredit } from "@hubspot-xero/shared/allocation/credit";
import { readInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import { allocationPlan, allocationWanted } from "../functions/allocatedCredit";
import type { Given } from "./examples";
import { settings, contact, invoice, NOW } from "./records";

const scenario = { timezone: "Europe/London" };

/** Of 5400, 3000 are due. */
const owed = readInvoice(invoice);

export const overpayment = {
  Type: "RECEIVE-OVERPAYMENT",
  OverpaymentID: "3e9a6f14-8d2b-4c57-a1e0-6b7f2d5c9a83",
  Status: "AUTHORISED",
  Date: "/Date(1795392000000+0000)/",
  CurrencyCode: "GBP",
  Total: 72.5,
  RemainingCredit: 72.5,
  Contact: contact,
  UpdatedDateUTC: "/Date(1795428930120+0000)/",
};
const used = {
  ...overpayment,
  Status: "PAID",
  RemainingCredit: 0,
  Allocations: [
    {
      Amount: 72.5,
      Date: "/Date(1795392000000+0000)/",
      Invoice: { InvoiceID: owed.id, InvoiceNumber: owed.number },
    },
  ],
};

const fields = {
  creditType: "overpayment",
  creditId: overpayment.OverpaymentID,
  invoiceId: owed.id,
};

type Step = Exclude<ReturnType<typeof allocationWanted>, { problem: string }>;
type Planned = Exclude<ReturnType<typeof allocationPlan>, { problem: string }>;

const step = allocationWanted.call(scenario, fields, NOW) as Step;
const plan = (wire: object) =>
  allocationPlan(200, { Overpayments: [wire] }, step, owed) as Planned;

/** Credits, set against invoices. */
export const allocations: Readonly<Record<string, readonly Given[]>> = {
  allocationWanted: [
    [fields, NOW],
    [{ ...fields, amount: "0" }, NOW],
    [{ ...fields, creditType: "refund" }, NOW],
  ],
  allocationPlan: [
    [200, { Overpayments: [overpayment] }, step, owed],
    [200, { Overpayments: [used] }, step, owed],
    [404, "", step, owed],
  ],
  checkAllocatedOn: [
    [plan(overpayment), settings.Organisations],
    [plan(overpayment), undefined],
  ],
  allocationResult: [
    [plan(overpayment), owed],
    [plan(used), owed],
  ],
  creditList: [[fields], [{}]],
  creditOptions: [
    [fields, { Overpayments: [overpayment] }],
    [{}, {}],
  ],
  plannedAllocations: [
    ["planAllocation", step, readCredit("overpayment", overpayment), owed],
    ["nothingLeft", readCredit("overpayment", used), owed],
  ],
};
