import { errorMessage } from "../src/zapier";
import { INVOICE_STEP } from "../src/mainJob";
import type { World } from "./world";

const PRIMARY_COMPANY = 5;
const DEAL_TO_CONTACT = 3;
const DEAL_TO_LINE_ITEM = 19;

/** 21.00, 100.00 and 99.99: 220.99, and with 4.20, 20.00 and 20.00 (of 19.998) of tax 265.19. */
export const THREE_LINES = [
  { name: "Hours", quantity: "2", price: "10.50" },
  { name: "Set-up", quantity: "1", price: "100" },
  { name: "Licences", quantity: "3", price: "33.33" },
];

export interface ManyOutput {
  message: string;
  created: number;
  already_invoiced: number;
  recovered: number;
  refused: number;
  failed: number;
  totals: string;
  more: boolean;
  invoices: {
    deal_id: string;
    deal_name?: string;
    outcome: string;
    invoice_id?: string;
    invoice_number?: string;
    total?: number;
    currency?: string;
    contact_name?: string;
    sentence: string;
  }[];
}

export interface Payer {
  company: string;
  contacts: string[];
}

/** A company that neither vendor knows yet, reached through a person. */
export function addPayer({ sandbox }: World, name: string): Payer {
  const { hubspot } = sandbox;
  const company = hubspot.create("companies", { name });
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@payers.example`;
  const person = hubspot.create("contacts", { firstname: name, email });
  return { company: company.id, contacts: [person.id] };
}

export function addDeal(
  { sandbox }: World,
  dealname: string,
  payer: Payer,
  lines: Record<string, string>[] = THREE_LINES,
  properties: Record<string, string> = {},
): string {
  const { hubspot } = sandbox;
  return hubspot.create("deals", { dealname, ...properties }, [
    { to: { type: "companies", id: payer.company }, typeId: PRIMARY_COMPANY },
    ...payer.contacts.map((id) => ({
      to: { type: "contacts", id },
      typeId: DEAL_TO_CONTACT,
    })),
    ...lines.map((line) => ({
      to: { type: "line_items", id: hubspot.create("line_items", line).id },
      typeId: DEAL_TO_LINE_ITEM,
    })),
  ]).id;
}

/** Runs the step over many deals; a run that fails is returned, not thrown. */
export function invoiceMany(
  { zapier, authData }: World,
  step: Record<string, unknown>,
): Promise<Partial<ManyOutput> & { error?: string; sentence?: string }> {
  return zapier
    .run<ManyOutput>("creates", "create_invoices_from_deals", {
      authData,
      inputData: { ...INVOICE_STEP, ...step },
    })
    .catch((error: Error) => ({
      error: error.name,
      sentence: errorMessage(error),
    }));
}
