import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import {
  predictLineAmount,
  predictTotals,
} from "@hubspot-xero/shared/invoice/predictTotals";
import { parseDecimal, type Decimal } from "@hubspot-xero/shared/money/decimal";

const ROOT = join(__dirname, "../../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** The cells of every table row that has as many as told. */
const rows = (markdown: string, cells: number): string[][] =>
  markdown.split("\n").flatMap((line) => {
    const found = line.split("|").slice(1, -1);
    return line.startsWith("|") && found.length === cells
      ? [found.map((cell) => cell.trim())]
      : [];
  });

it("every sentence of the troubleshooting guide is one that the apps say", () => {
  const sources = globSync("{shared,zapier-app,make-app}/src/**/*.ts", {
    cwd: ROOT,
  })
    .map(read)
    .join("\n");
  const told = rows(read("docs/troubleshooting.md"), 2).flatMap(
    ([words = ""]) => /^`(.+)`$/.exec(words)?.[1] ?? [],
  );
  expect(told.length).toBeGreaterThan(40);
  expect(told.filter((words) => !sources.includes(words))).toEqual([]);
});

describe("the worked examples of the tax guide", () => {
  const examples = read("docs/tax-and-accounts.md")
    .split("\n## ")
    .filter((section) => section.includes("**Invoice**"))
    .map((section) => [section.split("\n")[0] ?? "", section] as const);
  const figure = (cell: string) =>
    parseDecimal(cell.replace(/[,%*]/g, "") || "0") as Decimal;

  it.each(examples)("%s", (_, section) => {
    const [, ...table] = rows(section, 7).filter(
      ([first = ""]) => !/^-+$/.test(first),
    );
    const [total, ...lines] = table.reverse();
    const amounts = lines.map(([, quantity, price, discount, , rate]) => ({
      lineAmount: predictLineAmount({
        quantity: figure(quantity ?? ""),
        unitPrice: figure(price ?? ""),
        discountPercent: discount ? figure(discount) : undefined,
      }),
      rate: figure(rate ?? ""),
    }));
    expect(amounts.map(({ lineAmount }) => lineAmount)).toEqual(
      lines.map(([, , , , amount]) => figure(amount ?? "")),
    );
    const isInclusive = section.includes("With tax");
    const { tax, total: sum } = predictTotals(
      amounts,
      isInclusive ? "Inclusive" : "Exclusive",
    );
    expect(tax).toBe(figure(total?.[6] ?? ""));
    expect(sum).toBe(figure(/over \*\*([\d,.]+)/.exec(section)?.[1] ?? ""));
  });

  it("are of four countries", () => expect(examples).toHaveLength(4));
});

it("links of the guides lead to headings that exist", () => {
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\d\s-]/gu, "")
      .trim()
      .replace(/\s/g, "-");
  const headings = (path: string) =>
    read(path)
      .split("\n")
      .flatMap((line) => /^#+ (.+)$/.exec(line)?.[1] ?? [])
      .map(slug);
  const dead = [
    "README.md",
    "CONTRIBUTING.md",
    ...globSync("docs/**/*.md", { cwd: ROOT }),
  ].flatMap((from) =>
    [...read(from).matchAll(/\]\(([\w./-]*)#([\w-]+)\)/g)].flatMap(
      ([, to = "", anchor = ""]) => {
        const page = to ? normalize(join(dirname(from), to)) : from;
        return headings(page).includes(anchor)
          ? []
          : `${from}: ${to}#${anchor}`;
      },
    ),
  );
  expect(dead).toEqual([]);
});
