import { compileWhere } from "../../src/xero/where";

const FIELDS = {
  Name: "text",
  ContactID: "guid",
  Total: "number",
  Date: "date",
  IsCustomer: "boolean",
  Contact: { Name: "text", ContactID: "guid" },
} as const;

const ROW = {
  Name: 'The "Old" Café',
  ContactID: "5040915e-8ce7-4177-8d08-fde416232f18",
  Total: 12.5,
  Date: "/Date(1776988800000+0000)/",
  IsCustomer: true,
  Contact: { Name: "City", ContactID: "9ce626d2-14ea-463c-9fff-6785ab5f9bfb" },
};

function matches(source: string): boolean {
  return compileWhere(source, "Contact", FIELDS)(ROW);
}

test.each([
  'Name=="the ""old"" cafe"',
  'Name = "THE ""OLD"" CAFÉ"',
  'Name!="x"',
  'Contact.Name=="city"',
  'ContactID==Guid("5040915E-8CE7-4177-8D08-FDE416232F18")',
  'Contact.ContactID == guid("9ce626d2-14ea-463c-9fff-6785ab5f9bfb")',
  "Total>12 AND Total<=12.5",
  "Total<0 or Total>=12.5",
  "Total<0 OR (Total>1 AND IsCustomer==true)",
  "Date>=DateTime(2026,04,24) && Date < DateTime(2026, 4, 25)",
  'Date == DateTime.Parse("2026-04-24")',
  'Name.Contains("old")',
  'Name.ToLower().StartsWith("the ")',
  'Name.EndsWith("CAFE") == true',
  "Name!=null",
  "IsCustomer",
])("%s is true of the row", (source) => {
  expect(matches(source)).toBe(true);
});

test.each([
  'Name=="Old"',
  "Name==null",
  "Total!=12.5",
  "IsCustomer==false",
  'Name.StartsWith("old")',
  "Date>DateTime(2026,4,24)",
])("%s is false of the row", (source) => {
  expect(matches(source)).toBe(false);
});

test("AND binds tighter than OR", () => {
  expect(matches("IsCustomer OR IsCustomer AND Total<0")).toBe(true);
});

test("a missing value is smaller and larger than nothing, and equal to null", () => {
  const test = (source: string) =>
    compileWhere(source, "Contact", FIELDS)({ Name: "x" });
  expect(test("Total<1 OR Total>=1")).toBe(false);
  expect(test("Total==null")).toBe(true);
  expect(test('Contact.Name=="x"')).toBe(false);
});

test.each([
  ['Name=="a', "Syntax error"],
  ['Name=="a\\"b"', "Syntax error"],
  ["Name==", "Expression expected"],
  ['(Name=="a"', "')' expected"],
  ['Nme=="a"', "No property or field 'Nme' exists in type 'Contact'"],
  ['ContactID=="5040915e"', "incompatible with operand types"],
  ["Total==true", "incompatible with operand types"],
  ["Name", "Expression of type 'Boolean' expected"],
  ["Name.Foo()==1", "No applicable method 'Foo'"],
])("%s is refused", (source, text) => {
  expect(() => matches(source)).toThrow(
    expect.objectContaining({
      status: 400,
      message: expect.stringContaining(text),
      body: expect.objectContaining({ Type: "QueryParseException" }),
    }),
  );
});
