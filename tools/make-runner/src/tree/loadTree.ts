import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse, printParseErrorCode, type ParseError } from "jsonc-parser";
import type {
  Component,
  FunctionComponent,
  MakeTree,
  Manifest,
  Section,
} from "./tree";

/** A tree that cannot be read: which file, and why. */
export class TreeError extends Error {}

/**
 * Reads a makecomapp.json tree whole.
 * @param path the makecomapp.json or its folder
 * @throws TreeError when a file is missing or is no JSON
 */
export function loadTree(path: string): MakeTree {
  const file = path.endsWith(".json") ? path : join(path, "makecomapp.json");
  const folder = dirname(resolve(file));
  const manifest = readJson(resolve(file)).value as Manifest;
  const { generalCodeFiles, components } = manifest;
  for (const [kind, listed] of Object.entries(components)) {
    if (!Array.isArray(listed)) continue;
    throw new TreeError(
      `${file}: "components.${kind}" is a list and must be an object by id.`,
    );
  }
  const { common } = generalCodeFiles;
  const section = (relative: string | null | undefined) =>
    relative ? readJson(join(folder, relative), relative) : undefined;
  return {
    folder,
    manifest,
    base: section(generalCodeFiles.base) ?? empty({}),
    common:
      common && existsSync(join(folder, common)) ? section(common) : undefined,
    groups: section(generalCodeFiles.groups) ?? empty([]),
    readme: generalCodeFiles.readme
      ? readText(join(folder, generalCodeFiles.readme))
      : undefined,
    connections: read(components.connection, section),
    webhooks: read(components.webhook, section),
    modules: read(components.module, section),
    rpcs: read(components.rpc, section),
    functions: readFunctions(components.function ?? {}, folder),
  };
}

/** The components of one kind; reserved names (null) are left out. */
function read<
  Metadata extends { codeFiles: Record<string, string | null> },
  Code extends string,
>(
  listed: Record<string, Metadata | null> | undefined,
  section: (relative: string | null | undefined) => Section | undefined,
): Map<string, Component<Metadata, Code>> {
  const components = new Map<string, Component<Metadata, Code>>();
  for (const [id, metadata] of Object.entries(listed ?? {})) {
    if (!metadata) continue;
    const code = Object.fromEntries(
      Object.entries(metadata.codeFiles)
        .map(([type, relative]) => [type, section(relative)] as const)
        .filter(([, found]) => found !== undefined),
    );
    components.set(id, {
      id,
      metadata,
      code: code as Component<Metadata, Code>["code"],
    });
  }
  return components;
}

function readFunctions(
  listed: Manifest["components"]["function"],
  folder: string,
): Map<string, FunctionComponent> {
  const functions = new Map<string, FunctionComponent>();
  for (const [id, metadata] of Object.entries(listed)) {
    const { code, test } = metadata?.codeFiles ?? {};
    if (!code) continue;
    functions.set(id, {
      id,
      code: { path: code, text: readText(join(folder, code)) },
      test: test
        ? { path: test, text: readText(join(folder, test)) }
        : undefined,
    });
  }
  return functions;
}

function readJson(file: string, path = file): Section {
  const text = readText(file);
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const first = errors[0];
  if (first) {
    const line = text.slice(0, first.offset).split("\n").length;
    throw new TreeError(
      `${path}, line ${line}: ${printParseErrorCode(first.error)}.`,
    );
  }
  return { path, text, value };
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new TreeError(`${file} cannot be read.`, { cause });
  }
}

const empty = (value: unknown): Section => ({ path: "", text: "", value });
