import type { PlantedBreach } from "../breach";

/** How users connect. */
export const authenticationBreaches: PlantedBreach[] = [
  {
    rule: "D001",
    plant: ({ definition }) => {
      definition.searches.find_customer.operation.inputFields.push({
        key: "api_key",
        label: "Key",
      });
    },
    at: "searches.find_customer.inputFields.api_key",
    fix: "Move api_key from the step into the fields of the authentication",
  },
  {
    rule: "D002",
    plant: ({ definition }) => {
      definition.authentication.fields[0].helpText =
        "Made in the settings of Acme.";
    },
    at: "authentication.fields.service_key.helpText",
    fix: "Link the page where users find the Service Key",
  },
  {
    rule: "D003",
    case: "no label",
    plant: ({ definition }) => {
      delete definition.authentication.connectionLabel;
    },
    at: "authentication.connectionLabel",
    fix: "Set the label",
  },
  {
    rule: "D003",
    case: "the same label for every account",
    plant: ({ definition }) => {
      definition.authentication.connectionLabel = "Acme";
    },
    at: "authentication.connectionLabel",
    fix: "Set the label from what the connection's test returns",
  },
  {
    rule: "D026",
    plant: ({ definition }) => {
      delete definition.authentication.fields[1].inputFormat;
    },
    at: "authentication.fields.subdomain.inputFormat",
    fix: "Give subdomain an inputFormat",
  },
];
