import { choosePayer } from "../../src/customer/choosePayer";
import { deal } from "../builders";

const company = (id: string, primary = false) => ({ id, primary });

it.each([
  [
    "the primary company",
    [company("501"), company("502", true)],
    ["601"],
    { type: "company", id: "502" },
  ],
  [
    "the only company, primary or not",
    [company("501")],
    ["601", "602"],
    { type: "company", id: "501" },
  ],
  [
    "the only contact of a deal without companies",
    [],
    ["601"],
    { type: "contact", id: "601" },
  ],
])("%s pays", (_, companies, contactIds, expected) => {
  expect(choosePayer(deal({ companies, contactIds }))).toEqual(expected);
});

it.each([
  [
    "companies without a primary one",
    [company("501"), company("502")],
    ["601"],
    'Deal "Website relaunch" has 2 companies and none is its primary company. Mark the one that pays as primary in HubSpot.',
  ],
  [
    "several contacts and no company",
    [],
    ["601", "602", "603"],
    'Deal "Website relaunch" has 3 contacts and no company. Associate the company that pays, or leave one contact on the deal.',
  ],
  [
    "nobody",
    [],
    [],
    'Deal "Website relaunch" has no company and no contact, so nobody can be invoiced. Associate the payer with the deal in HubSpot.',
  ],
])(
  "a deal with %s is a question for a person",
  (_, companies, contactIds, message) => {
    expect(() => choosePayer(deal({ companies, contactIds }))).toThrow(message);
  },
);
