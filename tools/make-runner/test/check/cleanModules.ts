import {
  order,
  sample,
  id,
  customer,
  mapped,
  status,
  address,
} from "./orderFields";
import { universal, universalForm } from "./universal";

const output = { output: "{{body}}" };
const listed = {
  iterate: "{{body.orders}}",
  limit: "{{parameters.limit}}",
  output: "{{item}}",
};
const pagination = {
  qs: { after: "{{body.next}}" },
  condition: "{{body.next}}",
};

const filesOf = (
  name: string,
  communication: unknown,
  mappableParams: unknown,
  gives: unknown[] = order,
) => ({
  [`modules/${name}/${name}.communication.iml.json`]: communication,
  [`modules/${name}/${name}.mappable-params.iml.json`]: mappableParams,
  [`modules/${name}/${name}.interface.iml.json`]: gives,
  [`modules/${name}/${name}.samples.iml.json`]: gives === order ? sample : {},
});

/** The files of the modules. */
export const cleanModules = {
  "modules/watchOrders/watchOrders.communication.iml.json": {
    url: "/orders",
    qs: { since: "{{data.lastDate}}", sort: "-created" },
    pagination,
    response: {
      ...listed,
      trigger: {
        type: "date",
        order: "desc",
        id: "{{item.id}}",
        date: "{{item.created}}",
      },
    },
  },
  "modules/watchOrders/watchOrders.epoch.iml.json": {
    url: "/orders",
    response: {
      iterate: "{{body.orders}}",
      limit: 100,
      output: { label: "{{item.id}}", date: "{{item.created}}" },
    },
  },
  "modules/watchOrders/watchOrders.static-params.iml.json": [
    { name: "limit", type: "uinteger", label: "Limit", required: true },
  ],
  "modules/watchOrders/watchOrders.interface.iml.json": order,
  "modules/watchOrders/watchOrders.samples.iml.json": sample,
  "modules/watchOrders/watchOrders.scope.iml.json": ["orders.read"],
  ...filesOf(
    "watchOrderEvents",
    { url: "/orders/{{payload.id}}", response: output },
    [],
  ),
  ...filesOf(
    "createOrder",
    {
      url: "/orders",
      method: "POST",
      body: "{{orderBody(parameters)}}",
      response: output,
    },
    [{ ...customer, required: true }, status, address],
  ),
  ...filesOf(
    "updateOrder",
    [
      {
        url: "/orders/{{parameters.id}}",
        response: { temp: { was: "{{body}}" } },
      },
      {
        url: "/orders/{{parameters.id}}",
        method: "PATCH",
        body: {
          customer: "{{parameters.customerId}}",
          status: "{{parameters.status}}",
          paid: "{{formatDate(parameters.paidOn, 'YYYY-MM-DD')}}",
          street: "{{parameters.address.street}}",
          city: "{{parameters.address.city}}",
          version: "{{temp.was.version}}",
        },
        response: output,
      },
    ],
    [id, mapped, status, address],
  ),
  ...filesOf(
    "getOrder",
    { url: "/orders/{{parameters.id}}", response: output },
    [id],
  ),
  ...filesOf(
    "searchOrders",
    {
      url: "/orders",
      qs: { customer: "{{parameters.customerId}}", sort: "created" },
      pagination,
      response: listed,
    },
    [
      customer,
      { name: "limit", type: "uinteger", label: "Limit", default: 10 },
    ],
  ),
  ...filesOf(
    "deleteOrder",
    {
      url: "/orders/{{parameters.id}}",
      method: "DELETE",
      response: { output: "{{undefined}}" },
    },
    [id],
    [],
  ),
  ...filesOf("makeApiCall", universal, universalForm, []),
};
