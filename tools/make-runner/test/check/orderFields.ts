// What the modules of the clean app ask for and give.

export const order = [
  { name: "id", type: "text", label: "Order ID" },
  { name: "total", type: "number", label: "Total" },
  {
    name: "lines",
    type: "array",
    label: "Lines",
    spec: [{ name: "sku", type: "text", label: "SKU" }],
  },
  {
    name: "customer",
    type: "collection",
    label: "Customer",
    spec: [{ name: "name", type: "text", label: "Name" }],
  },
];
export const sample = {
  id: "o-1",
  total: 12.5,
  lines: [{ sku: "S1" }, { sku: null }],
  customer: { name: "Bo" },
};

export const id = {
  name: "id",
  type: "text",
  label: "Order ID",
  required: true,
};
export const customer = {
  name: "customerId",
  type: "select",
  label: "Customer",
  help: "The customer of the order.",
  options: "rpc://listCustomers",
};
export const mapped = { ...customer, mode: "edit" };
export const status = {
  name: "status",
  type: "select",
  label: "Status",
  options: [
    { label: "Open", value: "open" },
    {
      label: "Paid",
      value: "paid",
      nested: [{ name: "paidOn", type: "date", label: "Paid on" }],
    },
  ],
};
export const address = {
  name: "address",
  type: "collection",
  label: "Address",
  advanced: true,
  spec: [
    { name: "street", type: "text", label: "Street" },
    { name: "city", type: "text", label: "City" },
  ],
};
