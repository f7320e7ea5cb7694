import type { Field } from "@hubspot-xero/shared/catalog/field";
import { parametersOf } from "../catalog/parameters";
import { checked } from "../checked";
import type { ImlValue, RequestDirective } from "../make/communication";
import type { Parameter } from "../make/parameter";
import { rpcOf, servedBy } from "../rpcs/names";

/** Below the API base that the connection keeps. */
export const XERO = "/api.xro/2.0";

/** Which organisation a request is for; the connection may hold several. */
export const TENANT: Readonly<Record<string, ImlValue>> = {
  "Xero-Tenant-Id": "{{parameters.organisationId}}",
};

/**
 * The organisation of a module. Fields whose lists depend on it appear once it is chosen.
 */
export function organisation(nested: readonly Parameter[] = []): Parameter {
  return {
    name: "organisationId",
    type: "select",
    label: "Organisation",
    required: true,
    options: { store: `rpc://${rpcOf("organisation")}`, nested },
  };
}

/**
 * The parameters of a Xero module: the organisation, required ones, and the catalogue's.
 * @param fields those that are filled in; the organisation among them stands first anyway
 */
export function xeroParameters(
  fields: readonly Field[],
  required: readonly Parameter[] = [],
): Parameter[] {
  const others = fields.filter(({ key }) => key !== "organisation_id");
  const isOfOrganisation = ({ dropdown, children }: Field): boolean =>
    Boolean(dropdown ?? children?.some((child) => child.dropdown));
  const shown = servedBy("xero");
  return [
    organisation(parametersOf(others.filter(isOfOrganisation), shown)),
    ...required,
    ...parametersOf(
      others.filter((field) => !isOfOrganisation(field)),
      shown,
    ),
  ];
}

const settings = (
  path: string,
  request: RequestDirective,
): RequestDirective => ({
  url: `${XERO}/${path}`,
  headers: TENANT,
  ...request,
});

/**
 * Reads what a sales document must fit into: the organisation, its accounts and tax rates, its currencies where the
 * document is in another one, and its items where lines name one.
 * @param check the call of a function that says what stands against the step itself, where nothing has said it yet
 * @param decide the call of a function that decides the document; it sees `temp.answers`
 */
export function readOrganisation({
  check,
  decide,
  currency,
  hasItems,
  condition,
}: {
  check?: string;
  decide: string;
  currency: string;
  hasItems: string;
  condition: string;
}): RequestDirective[] {
  return [
    settings("Organisation", {
      temp: { record: "the organisation" },
      condition: `{{${condition}}}`,
      response: {
        ...(check && { valid: checked(check) }),
        temp: { organisations: "{{body.Organisations}}" },
        output: null,
      },
    }),
    settings("Currencies", {
      temp: { record: "the organisation's currencies" },
      condition: `{{${condition} && ${currency} && temp.organisations[1].BaseCurrency != ${currency}}}`,
      response: {
        valid: checked("listGiven(body.Currencies, temp.record)"),
        temp: { currencies: "{{body.Currencies}}" },
        output: null,
      },
    }),
    settings("Items", {
      temp: { record: "the organisation's items" },
      condition: `{{${condition} && ${hasItems}}}`,
      qs: { unitdp: 4 },
      response: {
        valid: checked("listGiven(body.Items, temp.record)"),
        temp: { items: "{{body.Items}}" },
        output: null,
      },
    }),
    settings("Accounts", {
      temp: { record: "the organisation's accounts" },
      condition: `{{${condition}}}`,
      response: { temp: { accounts: "{{body.Accounts}}" }, output: null },
    }),
    settings("TaxRates", {
      temp: {
        record: "the organisation's tax rates",
        answers: {
          Organisations: "{{temp.organisations}}",
          Currencies: "{{temp.currencies}}",
          Items: "{{temp.items}}",
          Accounts: "{{temp.accounts}}",
        },
      },
      condition: `{{${condition}}}`,
      response: {
        valid: checked(decide),
        temp: { taxRates: "{{body.TaxRates}}" },
        output: null,
      },
    }),
  ];
}
