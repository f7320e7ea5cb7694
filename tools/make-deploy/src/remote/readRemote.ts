import type { Make } from "@makehq/sdk";
import {
  KINDS,
  type LocalComponent,
  type LocalSection,
} from "../local/component";
import type { IdMapping } from "../origin/mapping";
import { pairUp } from "../plan/pairUp";
import { twoAtOnce } from "../twoAtOnce";
import { readChecksums } from "./checksums";
import { asRemote, listComponents, type Listed } from "./listComponents";
import { appPath, type AppAddress } from "./paths";
import { readComponent } from "./readComponent";
import { readSections } from "./readSections";
import type { RemoteApp, RemoteComponent } from "./remote";

/** What of the tree is to be compared with Make. */
export interface Compared {
  components: LocalComponent[];
  sections: LocalSection[];
  idMapping: IdMapping | undefined;
}

/**
 * Reads what an app has on Make: the lists and the checksums, and one by one only what these leave open.
 */
export async function readRemote(
  make: Make,
  app: AppAddress,
  { components, sections, idMapping }: Compared,
): Promise<RemoteApp> {
  const checksums = await readChecksums(make, app);
  const listedAs = new Map<RemoteComponent, Listed>();
  await twoAtOnce(KINDS, async (kind) => {
    for (const listed of await listComponents(make, app, kind))
      listedAs.set(asRemote(kind, listed, app), listed);
  });
  const { pairs, remoteOnly } = pairUp(
    components,
    [...listedAs.keys()],
    idMapping,
  );
  const read = await twoAtOnce([...pairs], ([local, remote]) =>
    readComponent(make, app, {
      local,
      remote,
      listed: listedAs.get(remote) ?? { name: remote.name },
      sums: checksums.of(remote.kind, remote.name),
    }),
  );
  return {
    sections: await readSections(sections, checksums.ofApp(), (name) =>
      make.fetch(`${appPath(app)}/${name}`),
    ),
    components: [...read, ...remoteOnly],
  };
}
