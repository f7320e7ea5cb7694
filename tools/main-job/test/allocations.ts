import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openMake } from "../src/make";
import { errorMessage } from "../src/zapier";
import { openWorld, type World } from "./world";

type Fields = Record<string, unknown>;

/** What the step hands out, under camelCase keys on both platforms, or its sentence. */
export interface Allocated extends Fields {
  outcome?: string;
  message?: string;
  error?: string;
}

export interface Books {
  world: World;
  person: ReturnType<World["sandbox"]["xero"]["person"]>;
  /** INV-0001 over 7728.00 GBP, of the website deal. */
  invoiceId: string;
  contactId: string;
  allocate(given: Fields): Promise<Allocated>;
  /** The allocations that stand in Xero: the amounts, in order. */
  amounts(): number[];
}

export type Platform = "Zapier" | "Make";

/** Books with the invoice of a deal, and the step as a platform runs it. */
export async function openBooks(platform: Platform): Promise<Books> {
  const world = await openWorld();
  const { xero } = world.sandbox;
  const { invoice_id: invoiceId = "" } = await world.invoice(DEAL.website);
  const invoice = xero
    .books()
    .invoices.find(({ InvoiceID }) => InvoiceID === invoiceId)!;
  const step = platform === "Make" ? await onMake(world) : onZapier(world);
  return {
    world,
    person: xero.person(),
    invoiceId,
    contactId: invoice.Contact.ContactID,
    allocate: (given) =>
      step({ invoiceId, ...given }).catch((error: Error) => ({
        error: errorMessage(error),
      })),
    amounts: () =>
      xero
        .books()
        .allocations.filter(({ IsDeleted }) => !IsDeleted)
        .map(({ Amount }) => Amount),
  };
}

const onZapier = ({ zapier, authData }: World) => {
  return async (given: Fields) => {
    const inputData = withKeys(given, snake);
    const output = await zapier.run<Fields>("creates", "allocate_credit", {
      authData,
      inputData,
    });
    return withKeys(output, camel);
  };
};

async function onMake({ sandbox, authData }: World) {
  const now = () => new Date(sandbox.clock.now());
  const { app, connections } = await openMake(sandbox, now);
  const organisationId = authData["organisation_id"];
  return async (given: Fields): Promise<Fields> => {
    const { bundles } = await app.runModule(
      "allocateCredit",
      { organisationId, ...given },
      { connection: connections.xero },
    );
    const told = Object.entries(bundles[0] as Fields);
    return Object.fromEntries(told.filter(([key]) => key !== "invoice"));
  };
}

const snake = (key: string) =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (key: string) =>
  key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
const withKeys = (fields: Fields, form: (key: string) => string): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [form(key), value]),
  );
