import {
  chosenCreditType,
  creditChoices,
} from "@hubspot-xero/shared/allocation/creditChoices";
import type { Dropdown } from "@hubspot-xero/shared/catalog/field";
import type { Context } from "@hubspot-xero/shared/flows/context";
import { text, type Input } from "@hubspot-xero/shared/input/input";
import { listXeroConnections } from "@hubspot-xero/shared/xero/connections";
import { perform } from "../connection";

interface Choice {
  id: string;
  name: string;
}

type List = (context: Context, input: Input) => Promise<Choice[]>;

const named = (id: string | undefined, name = ""): Choice[] =>
  id ? [{ id, name: name || id }] : [];

/** What each dropdown offers: the value first, then what people read. */
const lists: Record<Dropdown, { noun: string; list: List }> = {
  organisation: {
    noun: "Organisation",
    list: async ({ xero }) =>
      (await listXeroConnections(xero.send)).flatMap((connection) =>
        named(connection.tenantId, connection.tenantName),
      ),
  },
  pipeline: {
    noun: "Pipeline",
    list: async ({ hubspot }) =>
      (await hubspot.pipelines())
        .filter(({ archived }) => !archived)
        .map(({ id, label }) => ({ id, name: label })),
  },
  stage: {
    noun: "Stage",
    list: async ({ hubspot }, input) => {
      const pipelineId = text(input, "pipelineId");
      return (await hubspot.pipelines())
        .filter(({ id }) => !pipelineId || id === pipelineId)
        .flatMap(({ stages }) =>
          stages
            .filter(({ archived }) => !archived)
            .map(({ id, label }) => ({ id, name: label })),
        );
    },
  },
  revenue_account: {
    noun: "Account",
    list: async ({ xero }) =>
      (await xero.accounts())
        .filter(
          ({ Status, Class }) => Status === "ACTIVE" && Class === "REVENUE",
        )
        .flatMap(({ Code, Name }) => named(Code, `${Code} ${Name}`)),
  },
  tax_rate: {
    noun: "Tax Rate",
    list: async ({ xero }) =>
      (await xero.taxRates())
        .filter(
          ({ Status, CanApplyToRevenue }) =>
            Status === "ACTIVE" && CanApplyToRevenue !== false,
        )
        .flatMap(({ TaxType, Name, EffectiveRate }) =>
          named(TaxType, `${Name} (${EffectiveRate ?? 0}%)`),
        ),
  },
  hubspot_tax_rate: {
    noun: "Tax Rate",
    list: async ({ hubspot }) =>
      (await hubspot.taxRates()).map(({ id, name, percentageRate }) => ({
        id,
        name: `${name} (${percentageRate}%)`,
      })),
  },
  branding_theme: {
    noun: "Branding Theme",
    list: async ({ xero }) =>
      (await xero.brandingThemes()).flatMap(({ BrandingThemeID, Name }) =>
        named(BrandingThemeID, Name),
      ),
  },
  tracking_option: {
    noun: "Tracking Option",
    list: async ({ xero }) =>
      (await xero.trackingCategories()).flatMap((category) =>
        (category.Options ?? []).flatMap((option) =>
          named(
            `${category.TrackingCategoryID}/${option.TrackingOptionID}`,
            `${category.Name}: ${option.Name}`,
          ),
        ),
      ),
  },
  currency: {
    noun: "Currency",
    list: async ({ xero }) =>
      (await xero.currencies()).flatMap(({ Code, Description }) =>
        named(Code, `${Code} ${Description ?? ""}`.trim()),
      ),
  },
  item: {
    noun: "Item",
    list: async ({ xero }) =>
      (await xero.items())
        .filter(({ IsSold }) => IsSold !== false)
        .flatMap(({ Code, Name }) =>
          named(Code, `${Code} ${Name ?? ""}`.trim()),
        ),
  },
  credit: {
    noun: "Credit",
    list: async ({ xero }, input) => {
      const type = chosenCreditType(input);
      return type ? creditChoices(type, await xero.openCredits(type)) : [];
    },
  },
};

/** The hidden triggers behind the dropdowns, by key. */
export const dropdowns = Object.fromEntries(
  Object.entries(lists).map(([name, { noun, list }]) => {
    const key = `${name}_list`;
    const dropdown = {
      key,
      noun,
      display: {
        label: `List of ${noun} Choices`,
        description: `Triggers when a new ${noun.toLowerCase()} can be chosen.`,
        hidden: true,
      },
      operation: { type: "polling" as const, perform: perform(list) },
    };
    return [key, dropdown];
  }),
);
