import type { Rule } from "../../../zapier-app/templates/template";
import { words } from "./zapValues";

/** Whether a value passes a rule of Zapier's filter. */
export function passes(rule: Rule, value: unknown, wanted = ""): boolean {
  const text = words(value);
  switch (rule) {
    case "exists":
      return text !== "";
    case "isTrue":
      return text === "true";
    case "isFalse":
      return text === "false";
    case "contains":
      return text.includes(wanted);
    case "greaterThan":
      return text !== "" && Number(text) > Number(wanted);
  }
}
