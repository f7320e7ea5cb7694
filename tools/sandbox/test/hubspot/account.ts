import { createFixedClock, type Clock } from "../../src/clock";
import { createHubspot, type Hubspot } from "../../src/hubspot/hubspot";
import { SALES_PIPELINE } from "../../src/hubspot/pipelines";
import type {
  HubspotLimits,
  HubspotSeed,
  HubspotState,
  ObjectSeed,
} from "../../src/hubspot/types";

export const TOKEN = "service-key-1";
export const START = "2026-03-12T07:34:03.846Z";

const CRUD = ["contacts", "companies", "deals", "line_items", "products"];
export const ALL_SCOPES = [
  ...CRUD.flatMap((noun) => [
    `crm.objects.${noun}.read`,
    `crm.objects.${noun}.write`,
  ]),
  "crm.schemas.contacts.write",
  "crm.schemas.companies.write",
  "crm.schemas.deals.write",
  "crm.objects.owners.read",
  "tax_rates.read",
  "settings.currencies.read",
];

export function seedWith(objects: ObjectSeed[] = []): HubspotSeed {
  return {
    account: {
      portalId: 147893286,
      timeZone: "US/Eastern",
      companyCurrency: "USD",
      additionalCurrencies: ["EUR"],
      exchangeRates: { EUR: "1.25" },
      uiDomain: "app-eu1.hubspot.com",
      dataHostingLocation: "eu1",
    },
    tokens: [
      { token: TOKEN, scopes: ALL_SCOPES },
      { token: "deals-only", scopes: ["crm.objects.deals.read"] },
    ],
    pipelines: [
      SALES_PIPELINE,
      {
        id: "77",
        label: "Renewals",
        stages: [
          {
            id: "7701",
            label: "Due",
            metadata: { isClosed: "false", probability: "0.5" },
          },
        ],
      },
    ],
    taxRates: [
      {
        id: "9001",
        name: "VAT",
        label: "VAT 20%",
        percentageRate: 20,
        active: true,
        createdAt: START,
        updatedAt: START,
      },
    ],
    owners: [
      {
        id: "88842095",
        email: "rep@example.com",
        type: "PERSON",
        firstName: "Rep",
        lastName: "Example",
        userId: 4711,
        userIdIncludingInactive: 4711,
        createdAt: START,
        updatedAt: START,
        archived: false,
      },
    ],
    properties: {
      deals: [
        {
          name: "xero_invoice_id",
          label: "Xero invoice ID",
          type: "string",
          fieldType: "text",
          groupName: "xero_billing",
          hasUniqueValue: true,
        },
      ],
    },
    objects,
  };
}

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
  /** What stands at a path in the body: `results.0.id`. */
  at(path: string): unknown;
}

export interface Account {
  hubspot: Hubspot;
  clock: Clock;
  call(
    method: string,
    path: string,
    body?: unknown,
    token?: string,
  ): Promise<Answer>;
}

export function openAccount(
  options: {
    objects?: ObjectSeed[];
    limits?: Partial<HubspotLimits>;
    state?: HubspotState;
    onChange?: () => void;
  } = {},
): Account {
  const clock = createFixedClock(START);
  const hubspot = createHubspot({
    clock,
    seed: seedWith(options.objects),
    state: options.state,
    limits: options.limits,
    onChange: options.onChange,
  });
  return {
    hubspot,
    clock,
    call: async (method, path, body, token = TOKEN) => {
      const response = await hubspot.app.fetch(
        new Request(`https://api.hubapi.com${path}`, {
          method,
          headers: { authorization: `Bearer ${token}` },
          body: body === undefined ? undefined : JSON.stringify(body),
        }),
      );
      const text = await response.text();
      const answer: unknown = text === "" ? undefined : JSON.parse(text);
      return {
        status: response.status,
        headers: response.headers,
        body: answer,
        at: (path) => path.split(".").reduce(step, answer),
      };
    },
  };
}

function step(value: unknown, key: string): unknown {
  return value !== null && typeof value === "object"
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
