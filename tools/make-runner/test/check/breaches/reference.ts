import type { PlantedBreach } from "../breach";

const getting = "modules/getOrder/getOrder.communication.iml.json";
const detach = "webhooks/orderEvents/orderEvents.detach.iml.json";

const header = (rule: string, text: string): PlantedBreach => ({
  rule,
  case: text,
  plant: ({ files }) => (files[getting].headers = { "x-order": text }),
  at: `${getting}#/headers/x-order`,
});

export const referenceBreaches: PlantedBreach[] = [
  {
    rule: "rpc-exists",
    plant: ({ files }) => {
      files[
        "modules/createOrder/createOrder.mappable-params.iml.json"
      ][0].options = "rpc://listCustomer?status=open";
    },
    at: "modules/createOrder/createOrder.mappable-params.iml.json#/0/options",
  },
  {
    rule: "rpc-unused",
    plant: ({ files }) => {
      for (const module of ["createOrder", "updateOrder", "searchOrders"])
        for (const parameter of files[
          `modules/${module}/${module}.mappable-params.iml.json`
        ])
          if (parameter.options === "rpc://listCustomers")
            Object.assign(parameter, { type: "text", options: undefined });
      delete files["rpcs/listCustomers/listCustomers.communication.iml.json"]
        .qs;
    },
    at: "makecomapp.json#/components/rpc/listCustomers",
  },
  header("function-exists", "{{lowercase(connection.name)}}"),
  {
    rule: "function-unused",
    plant: ({ files }) => {
      files["modules/createOrder/createOrder.communication.iml.json"].body =
        "{{parameters}}";
    },
    at: "makecomapp.json#/components/function/orderBody",
  },
  header("iml-syntax", "{{if(parameters.id, 1}}"),
  header("iml-syntax", "{{parameters.id"),
  header("variable-roots", "{{body.id}}"),
  header("variable-roots", "{{param.id}}"),
  header("variable-roots", "{{payload.id}}"),
  {
    rule: "variable-roots",
    case: "output outside of the wrapper",
    plant: ({ files }) => (files[getting].response.output = "{{output}}"),
    at: `${getting}#/response/output`,
  },
  {
    rule: "variable-roots",
    case: "data in a detach",
    plant: ({ files }) => (files[detach].url = "/hooks/{{data.hookId}}"),
    at: `${detach}#/url`,
  },
  {
    rule: "variable-roots",
    case: "body in a form",
    plant: ({ files }) => {
      files["modules/getOrder/getOrder.mappable-params.iml.json"][0].default =
        "{{body.id}}";
    },
    at: "modules/getOrder/getOrder.mappable-params.iml.json#/0/default",
  },
];
