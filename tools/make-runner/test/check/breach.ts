import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadTree } from "../../src/tree/loadTree";
import type { MakeTree } from "../../src/tree/tree";
import type { cleanApp } from "./cleanApp";

export type App = ReturnType<typeof cleanApp>;

/** One thing done wrong in the clean app, and where the rule has to find it. */
export interface PlantedBreach {
  rule: string;
  plant: (app: App) => void;
  /** The path of the finding. */
  at: string;
  /** Where the name of the rule does not say which case it is. */
  case?: string;
}

/** Writes an app into a new folder and reads it back as a tree. */
export function treeOf({ manifest, files }: App): MakeTree {
  const folder = mkdtempSync(join(tmpdir(), "make-app-"));
  const write = (path: string, content: unknown) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      typeof content === "string" ? content : JSON.stringify(content),
    );
  };
  write("makecomapp.json", manifest);
  for (const [path, content] of Object.entries(files)) write(path, content);
  try {
    return loadTree(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
