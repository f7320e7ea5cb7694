import type { Make } from "@makehq/sdk";
import { GROUPS } from "../local/appSections";
import { titleOf, type LocalComponent } from "../local/component";
import { metadataBody, type RemoteNames } from "../local/metadataBody";
import { pairOf, withPair } from "../origin/mapping";
import type { Origin, StoredOrigin } from "../origin/origin";
import type { Step } from "../plan/step";
import { appPath, componentPath, type AppAddress } from "../remote/paths";
import { twoAtOnce } from "../twoAtOnce";
import { createApp } from "./createApp";
import { createComponent } from "./createComponent";
import { explain, type Undertaking } from "./explain";
import { patchMetadata } from "./patchMetadata";
import { upload } from "./upload";

/** Where a plan is carried out, and who is told of each step done. */
export interface Scene extends StoredOrigin {
  make: Make;
  done?(step: Step): void;
}

/**
 * Carries a plan out: apps and components one after another, each remembered before the next is begun, then
 * code and metadata two at a time, then the groups. Stops at the first failure; a second run finds what
 * was done.
 * @throws DeployError saying which component and section, Make's words, and what to do
 */
export async function carryOut(steps: Step[], scene: Scene): Promise<void> {
  let { origin } = scene;
  const remember = (changed: Origin) => {
    origin = changed;
    scene.save(origin);
  };
  const run = async (step: Step) => {
    try {
      const changed = await perform(step, scene.make, origin);
      if (changed) remember(changed);
    } catch (error) {
      throw explain(error, undertakingOf(step));
    }
    scene.done?.(step);
  };
  const inOrder = (step: Step) =>
    ["createApp", "link", "create"].includes(step.do);
  const last = (step: Step) =>
    step.do === "upload" && !step.component && step.section.name === GROUPS;

  for (const step of steps.filter(inOrder)) await run(step);
  await twoAtOnce(
    steps.filter((step) => !inOrder(step) && !last(step)),
    run,
  );
  for (const step of steps.filter(last)) await run(step);
}

/** Does one step; gives the origin back where it is to be remembered anew. */
async function perform(
  step: Step,
  make: Make,
  origin: Origin,
): Promise<Origin | undefined> {
  const { idMapping } = origin;
  const remoteName: RemoteNames = (kind, id) =>
    pairOf(idMapping, kind, id)?.remote;
  const linked = ({ kind, id }: LocalComponent, remote: string): Origin => ({
    ...origin,
    idMapping: withPair(idMapping, kind, { local: id, remote }),
  });
  if (step.do === "createApp")
    return {
      ...origin,
      create: undefined,
      ...(await createApp(make, step.label)),
    };
  if (step.do === "link") return linked(step.component, step.remote);

  const app = addressOf(origin);
  const { component } = step;
  if (step.do === "create") {
    const pairs = idMapping?.[step.component.kind] ?? [];
    const claimed = new Set(pairs.map(({ remote }) => remote ?? ""));
    return linked(
      step.component,
      await createComponent(make, app, step.component, { remoteName, claimed }),
    );
  }
  const path = component ? pathOf(component, app, remoteName) : appPath(app);
  if (step.do === "upload") await upload(make, path, step.section);
  else
    await patchMetadata(
      make,
      path,
      metadataBody(step.component.metadata, remoteName),
    );
  return undefined;
}

function addressOf({ appId, appVersion }: Origin): AppAddress {
  if (!appId) throw new Error("A component cannot come before its app.");
  return { appId, appVersion };
}

function pathOf(
  { kind, id }: LocalComponent,
  app: AppAddress,
  remoteName: RemoteNames,
): string {
  const name = remoteName(kind, id);
  if (!name) throw new Error(`The ${kind} ${id} has no name on Make yet.`);
  return componentPath(app, kind, name);
}

function undertakingOf(step: Step): Undertaking {
  if (step.do === "createApp") return { what: `app "${step.label}"` };
  const { component } = step;
  const what = component ? titleOf(component) : "the app";
  const kind = component?.kind;
  if (step.do === "upload")
    return {
      what: `${what}, section ${step.section.name}`,
      kind,
      file: step.section.file,
    };
  return { what: step.do === "patch" ? `${what}, metadata` : what, kind };
}
