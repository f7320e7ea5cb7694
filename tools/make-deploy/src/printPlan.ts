import pc from "picocolors";
import { titleOf } from "./local/component";
import type { Origin } from "./origin/origin";
import type { Plan, Step } from "./plan/step";

/** A plan as a list to read before it is carried out. */
export function printPlan(
  { steps, leftAlone, notes }: Plan,
  { appId, appVersion, baseUrl }: Origin,
): string {
  const { host } = new URL(baseUrl);
  const heading = appId
    ? `${pc.bold(appId)}, version ${appVersion}, on ${host}`
    : `${pc.bold("A new app")} on ${host}`;
  return [
    heading,
    ...(steps.length > 0
      ? steps.map(printStep)
      : ["  Make has all of it: nothing to do."]),
    ...titled("Left alone", leftAlone),
    ...titled("For you to do", notes),
  ].join("\n");
}

function printStep(step: Step): string {
  switch (step.do) {
    case "createApp":
      return line(pc.green, "create", `app "${step.label}"`);
    case "create": {
      const { label } = step.component.metadata;
      return line(pc.green, "create", titleOf(step.component), quoted(label));
    }
    case "link":
      return line(
        pc.cyan,
        "link",
        titleOf(step.component),
        `is ${step.remote} on Make`,
      );
    case "patch":
      return line(
        pc.yellow,
        "change",
        titleOf(step.component),
        step.changed.join(", "),
      );
    case "upload":
      return line(
        pc.yellow,
        "upload",
        step.component ? titleOf(step.component) : "app",
        `${step.section.name}  ${pc.dim(step.section.file)}`,
      );
  }
}

const line = (
  colour: (text: string) => string,
  verb: string,
  subject: string,
  rest = "",
) => `  ${colour(verb.padEnd(6))}  ${subject}  ${rest}`.trimEnd();

const quoted = (label: string | undefined) => (label ? `"${label}"` : "");

const titled = (title: string, lines: string[]) =>
  lines.length > 0
    ? ["", pc.bold(title), ...lines.map((text) => `  ${text}`)]
    : [];
