import { dealEnteredStage } from "./dealEnteredStage";
import type { Operation, OutputField } from "./field";

const requestedAt = "2026-11-23T10:00:00.000Z";
/** What only an entry into a stage has. */
const OF_STAGE_ENTRIES = ["stage_name", "entered_at"];
const isOfRequests = (key: string) => !OF_STAGE_ENTRIES.includes(key);

const { sample } = dealEnteredStage;
const dealOutput: readonly OutputField[] = dealEnteredStage.output.filter(
  ({ key }) => isOfRequests(key),
);
const REQUESTED_AT: OutputField = {
  key: "requested_at",
  label: "Requested At",
  type: "datetime",
};

export const invoiceRequested = {
  key: "invoice_requested",
  noun: "Deal",
  label: "Invoice Requested",
  description:
    "Triggers when somebody asks for a deal's invoice by the property Xero invoice request; asking again triggers again.",
  fields: [],
  output: dealOutput.flatMap((field) =>
    field.key === "deal_id" ? [REQUESTED_AT, field] : [field],
  ),
  sample: {
    ...Object.fromEntries(
      Object.entries(sample).filter(([key]) => isOfRequests(key)),
    ),
    id: `${sample.deal_id}:request:${Date.parse(requestedAt)}`,
    requested_at: requestedAt,
  },
} as const satisfies Operation;
