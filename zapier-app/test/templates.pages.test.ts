import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { forecastRevenue } from "@hubspot-xero/shared/catalog/forecastRevenue";
import { EVERY_MONTH, SLACK_MESSAGE } from "../templates/foreignApps";
import { diagram } from "../templates/pages/diagram";
import { guide } from "../templates/pages/guide";
import { pages } from "../templates/pages/pages";
import { prefilledLink } from "../templates/pages/prefilledLink";
import { choose, type Template } from "../templates/template";
import { templates } from "../templates/templates";

const FOLDER = join(__dirname, "../../docs/templates");

/** Labels are the catalogue's to change. */
const labelOf = (
  fields: readonly { key: string; label: string }[],
  key: string,
) => fields.find((field) => field.key === key)?.label;

const { label, fields, output } = forecastRevenue;

const forecast: Template = {
  id: "forecast",
  title: "Cash & more",
  description: "Told monthly.",
  steps: [
    { kind: "foreign", event: EVERY_MONTH, fields: { dom: "1" } },
    {
      kind: "search",
      key: "forecast_revenue",
      fields: { months: "3", tax_percent: choose("your rate") },
    },
    {
      kind: "filter",
      conditions: [
        { step: 2, field: "expected", rule: "greaterThan", value: "0" },
      ],
    },
    {
      kind: "foreign",
      event: SLACK_MESSAGE,
      fields: { channel: choose("a channel"), text: "So much: {{2__text}}" },
    },
  ],
};

it("the pages in docs/templates are those of the templates: npm run templates -w zapier-app", () => {
  const found = Object.fromEntries(
    readdirSync(FOLDER).map((name) => [
      name,
      readFileSync(join(FOLDER, name), "utf8"),
    ]),
  );
  expect(found).toEqual(pages());
});

it("a page names each field by its label and says what to enter", () => {
  expect(guide(forecast)).toContain(
    [
      `## 2. ${label}`,
      `App: **HubSpot to Xero**. Action event: **${label}**.`,
      `| Field | What to enter |\n| --- | --- |\n| ${labelOf(fields, "months")} | 3 |\n| ${labelOf(fields, "tax_percent")} | _You choose_: your rate |`,
      "Leave the other fields as they are.",
      "## 3. Only continue if…",
      "App: **Filter by Zapier**. The Zap goes on only where all of this holds.",
      "| Field | Rule | Value |\n| --- | --- | --- |\n| **" +
        labelOf(output, "expected") +
        "** of step 2 | (Number) Greater than | `0` |",
      "## 4. Send Channel Message",
      "App: **Slack**. Action event: **Send Channel Message**.",
      `| Field | What to enter |\n| --- | --- |\n| Channel (required) | _You choose_: a channel |\n| Message Text (required) | So much: **[2. ${labelOf(output, "text")}]** |`,
    ].join("\n\n"),
  );
});

it("a link carries apps, events and fixed values, and neither filters nor mapped fields", () => {
  const link = prefilledLink(forecast, { id: "77", version: "1.2.0" });
  expect(decodeURIComponent(link)).toBe(
    "https://zapier.com/webintent/create-zap" +
      "?steps[0][app]=ScheduleCLIAPI@latest&steps[0][action]=everyMonth&steps[0][params][dom]=1" +
      "&steps[1][app]=App77CLIAPI@1.2.0&steps[1][action]=forecast_revenue&steps[1][params][months]=3" +
      "&steps[2][app]=SlackCLIAPI@latest&steps[2][action]=channel_message",
  );
  expect(link).not.toMatch(/[[\]{}@ ]/);
});

it("a drawing escapes what it writes", () => {
  expect(diagram(forecast)).toContain("<title>Cash &amp; more</title>");
});

it.each(templates.map((template) => [template.id, template]))(
  "the drawing of %s holds every word inside its boxes",
  (_, template) => {
    const lines = [
      ...diagram(template).matchAll(/font-size="(\d+)"[^>]*>([^<]*)<\/text>/g),
    ];
    expect(lines.length).toBeGreaterThanOrEqual(3 * template.steps.length);
    // A letter is half as wide as it is high, on average; 596 units stand right of a step's number.
    for (const [, size, words = ""] of lines)
      expect(words.length * Number(size) * 0.55).toBeLessThan(596);
  },
);
