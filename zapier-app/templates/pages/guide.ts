import { version } from "../../package.json";
import { conditionOf, entryOf } from "./words";
import { blocks, table, WARNING } from "./markdown";
import { filledInputs, nameOf, operationOf } from "../operations";
import type { Step, Template } from "../template";
import { prefilledLink } from "./prefilledLink";

/** Whoever follows a page puts their own in its place. */
const EXAMPLE_APP = { id: "123456", version };

const setUp = operationOf({ kind: "action", key: "set_up_hubspot" });

/** The page that leads through setting a Zap up, in Markdown. */
export function guide(template: Template): string {
  const { id, title, description, steps, blueprint } = template;
  return blocks([
    WARNING,
    `# ${title}`,
    description,
    `![The steps of the Zap](${id}.svg)`,
    `Connect the integration and run **${setUp.label}** once, as in [Connect](../connect.md). Then create a Zap with these steps, or [open it by a link](#open-it-by-a-link).`,
    ...steps.map((step, index) => stepGuide(template, step, index + 1)),
    "## Try it, turn it on",
    `Test each step in the editor with a record of your own: the actions really run. Then publish the Zap.${steps[0]?.kind === "trigger" ? " What was there before does not fire." : ""}`,
    "## Open it by a link",
    `This link opens the editor with the apps, the events that are known and the fixed values; the rest is filled in as above. \`${EXAMPLE_APP.id}\` stands for the number of your own integration: [Links](README.md#links).`,
    ...filterWarning(template),
    `\`\`\`\n${prefilledLink(template, EXAMPLE_APP)}\n\`\`\``,
    ...(blueprint
      ? [
          "## On Make",
          `Import the blueprint \`${blueprint}\`: [Scenarios to import](../make.md#scenarios-to-import).`,
        ]
      : []),
  ]);
}

/** A Zap that is turned on without its filter does what it must not. */
function filterWarning({ steps }: Template): string[] {
  const places = steps.flatMap(({ kind }, index) =>
    kind === "filter" ? [index + 1] : [],
  );
  if (places.length === 0) return [];
  return [
    `**The link carries no filter.** Add step ${places.join(" and step ")}, Filter by Zapier, with the plus sign between the steps before you turn the Zap on; until then the steps behind it have lower numbers than on this page.`,
  ];
}

function stepGuide(template: Template, step: Step, place: number): string {
  const { app, event } = nameOf(step);
  return [
    `## ${place}. ${event}`,
    `App: **${app}**. ${purposeOf(step, place)}`,
    ...(step.note ? [step.note] : []),
    ...settings(template, step),
  ].join("\n\n");
}

function purposeOf(step: Step, place: number): string {
  if (step.kind === "filter")
    return "The Zap goes on only where all of this holds.";
  const { event } = nameOf(step);
  return `${place === 1 ? "Trigger" : "Action"} event: **${event}**.`;
}

function settings(template: Template, step: Step): string[] {
  if (step.kind === "filter")
    return [
      table(
        ["Field", "Rule", "Value"],
        step.conditions.map((condition) => conditionOf(template, condition)),
      ),
    ];
  const filled = filledInputs(step);
  if (filled.length === 0) return ["Leave every field as it is."];
  return [
    table(
      ["Field", "What to enter"],
      filled.map(({ field, value }) => [
        field.required ? `${field.label} (required)` : field.label,
        entryOf(template, field, value),
      ]),
    ),
    "Leave the other fields as they are.",
  ];
}
