import type { Rule } from "../finding";
import { objectOf } from "../read/json";
import { componentKinds, inManifest } from "./componentMaps";

const generalFiles: Record<string, string> = {
  base: "base.iml.json",
  common: "common.json",
  groups: "groups.json",
};

const suffixes: Record<string, string> = {
  params: "params.iml.json",
  staticParams: "static-params.iml.json",
  mappableParams: "mappable-params.iml.json",
  scopeList: "scope-list.iml.json",
  defaultScope: "default-scope.iml.json",
  requiredScope: "required-scope.iml.json",
  installSpec: "install-spec.iml.json",
  installDirectives: "install-directives.iml.json",
  interface: "interface.iml.json",
  samples: "samples.iml.json",
  epoch: "epoch.iml.json",
  attach: "attach.iml.json",
  detach: "detach.iml.json",
  update: "update.iml.json",
  common: "common.json",
  code: "code.js",
  test: "test.js",
};

interface CodeFile {
  at: string;
  code: string;
  path: string | null;
  /** How the path has to end. */
  ending: string | undefined;
}

/** Which code files there are, and that they are called what the editor goes by. */
export const fileRules: Rule[] = [
  {
    id: "manifest-file-names",
    what: "code files have their default names, by which the editor finds their schemas",
    severity: "error",
    *find({ manifest }) {
      for (const { at, path, ending } of codeFilesOf(manifest))
        if (path && ending && !path.endsWith(ending))
          yield {
            path: at,
            message: `Rename ${path} so that it ends with ${ending}; by that name the editor finds its schema.`,
          };
    },
  },
  {
    id: "manifest-null-path",
    what: "common data, and nothing else, stays out of the tree",
    severity: "error",
    *find({ manifest }) {
      for (const { at, code, path } of codeFilesOf(manifest))
        if (code === "common" && path)
          yield {
            path: at,
            message: `Set common to null and remove ${path} from the tree: common data holds secrets.`,
          };
        else if (code !== "common" && path === null)
          yield {
            path: at,
            message: `Give ${code} a file: with null it is never deployed.`,
          };
    },
  },
];

function* codeFilesOf(manifest: {
  generalCodeFiles: object;
  components: object;
}): Generator<CodeFile> {
  for (const [code, path] of Object.entries(manifest.generalCodeFiles))
    yield {
      at: inManifest("generalCodeFiles", code),
      code,
      path: path as string | null,
      ending: generalFiles[code],
    };
  for (const kind of componentKinds) {
    const components = objectOf(objectOf(manifest.components)[kind]);
    for (const [id, metadata] of Object.entries(components)) {
      const { codeFiles, connectionType } = objectOf(metadata);
      for (const [code, path] of Object.entries(objectOf(codeFiles)))
        yield {
          at: inManifest("components", kind, id, "codeFiles", code),
          code,
          path: path as string | null,
          ending: endingOf(kind, code, connectionType === "oauth"),
        };
    }
  }
}

function endingOf(kind: string, code: string, oauth: boolean) {
  if (code === "communication")
    return oauth ? ".oauth-communication.iml.json" : ".communication.iml.json";
  if (code === "scope")
    return kind === "endpoint" ? ".required-scope.iml.json" : ".scope.iml.json";
  const suffix = suffixes[code];
  return suffix && (code === "common" ? suffix : `.${suffix}`);
}
