import { sortFindings, type Accepted } from "../src/accepted";
import type { Finding } from "../src/finding";

const finding = (rule: string, path: string): Finding => ({
  rule,
  severity: "warning",
  path,
  message: "Change it.",
});

const inOrder = finding("D004", "creates.create_order.inputFields.deal_id");
const inNote = finding("D004", "creates.create_note.inputFields.deal_id");
const otherRule = finding(
  "field-id-help",
  "creates.create_order.inputFields.deal_id",
);
const reason = "The deal is mapped.";

const deciding = (at: string[]): Accepted[] => [{ rule: "D004", at, reason }];

it("a finding of the rule at the place is accepted with its reason", () => {
  const decided = deciding(["creates.create_order.inputFields.deal_id"]);
  expect(sortFindings([inOrder, inNote, otherRule], decided)).toEqual({
    open: [inNote, otherRule],
    accepted: [{ by: decided[0], findings: [inOrder] }],
  });
});

it("an asterisk stands for any part of a place, and a dot for itself", () => {
  expect(
    sortFindings([inOrder, inNote], deciding(["creates.*.deal_id"])).open,
  ).toEqual([]);
  const { open } = sortFindings(
    [finding("D004", "creates.a.b_deal_id")],
    deciding(["creates.a.deal_id"]),
  );
  expect(open).toContainEqual(finding("D004", "creates.a.b_deal_id"));
});

it("an exception that no finding needs any more is reported", () => {
  const { open, accepted } = sortFindings(
    [inOrder],
    deciding(["creates.*.deal_id", "searches.*.deal_id"]),
  );
  expect(accepted.flatMap(({ findings }) => findings)).toEqual([inOrder]);
  expect(open).toEqual([
    {
      rule: "accepted-unused",
      severity: "warning",
      path: "searches.*.deal_id",
      message:
        "Take searches.*.deal_id out of the accepted findings of D004: there is none.",
    },
  ]);
});
