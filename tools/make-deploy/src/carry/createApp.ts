import type { Make } from "@makehq/sdk";
import { DeployError } from "../DeployError";
import type { AppAddress } from "../remote/paths";

/**
 * Creates the app. Make may give it another name than asked for.
 * @throws DeployError when an app of that label is there already: it may be what a broken run left
 */
export async function createApp(
  { sdk }: Make,
  label: string,
): Promise<AppAddress> {
  const twin = (await sdk.apps.list()).find((app) => app.label === label);
  if (twin)
    throw new DeployError(
      `You have an app "${label}" on Make already: ${twin.name}, version ${twin.version}. To deploy to it, replace --create by ` +
        `--app ${twin.name} --app-version ${twin.version}; for a second one choose another label.`,
    );
  const { name, version } = await sdk.apps.create({
    name: appName(label),
    label,
    description: label,
    theme: "#000000",
    language: "en",
    audience: "global",
  });
  return { appId: name, appVersion: version };
}

/** A name that Make takes: 3 to 30 letters, digits and hyphens, a letter first, no hyphen last. */
function appName(label: string): string {
  const words = label.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const name = words.join("-").replace(/^[^a-z]+/, "");
  const short = name.slice(0, 30).replace(/-+$/, "");
  if (short.length < 3)
    throw new DeployError(
      `No app id can be made of the label "${label}". Give one with at least three letters from a to z.`,
    );
  return short;
}
