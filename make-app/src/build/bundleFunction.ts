import { build, type Plugin } from "esbuild";
import { cutOf } from "./cuts";

/** The most characters that Make takes for one IML function. */
export const MOST_CHARACTERS = 5000;

/** Where functions that were cut apart meet: errors cross as plain values, because Make copies what functions hand over. */
const BORDER = new URL("./border.ts", import.meta.url).pathname;

/**
 * Bundles one exported function of a file into one IML function of the same name. Shared modules that are functions
 * of their own are called through `iml`.
 */
export function bundleFunction(name: string, file: string): Promise<string> {
  return bundle(
    `import { ${name} } from ${JSON.stringify(file)};
$.answer = ${name}.apply($.self, $.given);`,
    `function ${name}(...given){let $={self:this,given};CODE;return $.answer}`,
  );
}

/** Bundles a whole shared module into one IML function, whose first argument names the export that is called. */
export function bundleModule(name: string, file: string): Promise<string> {
  const entry = `import * as exports from ${JSON.stringify(file)};
import { answer } from ${JSON.stringify(BORDER)};
$.answer = answer(exports[$.name], $.given);`;
  return bundle(
    entry,
    `function ${name}(name,...given){let $={name,given};CODE;return $.answer}`,
    file,
  );
}

async function bundle(
  contents: string,
  form: string,
  whole?: string,
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify: true,
    legalComments: "none",
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    plugins: [cutApart(whole)],
  });
  const code = outputFiles[0]!.text.trim().replace(/;$/, "");
  return form.replace("CODE", () => code);
}

/** Replaces imports of modules that are IML functions of their own; the one that is being bundled stays whole. */
function cutApart(whole: string | undefined): Plugin {
  return {
    name: "cut-apart",
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /^[.@]/ }, async (found) => {
        if (found.pluginData === "real") return undefined;
        const { path, errors } = await resolve(found.path, {
          kind: found.kind,
          resolveDir: found.resolveDir,
          importer: found.importer,
          pluginData: "real",
        });
        if (errors.length > 0) return { errors };
        const isCut =
          path !== whole &&
          found.namespace !== "cut" &&
          cutOf(path) !== undefined;
        return isCut ? { path, namespace: "cut" } : { path };
      });
      onLoad({ filter: /.*/, namespace: "cut" }, async ({ path }) => ({
        contents: await stub(path),
        resolveDir: import.meta.dirname,
        loader: "ts",
      }));
    },
  };
}

/** A module with the same exports: functions that call through `iml`, and the constants themselves. */
async function stub(path: string): Promise<string> {
  const module = (await import(path)) as Record<string, unknown>;
  const id = cutOf(path);
  const lines = Object.entries(module).map(([name, value]) =>
    typeof value === "function"
      ? `export const ${name} = (...given) => told(iml.${id}(${JSON.stringify(name)}, ...given));`
      : `export { ${name} } from ${JSON.stringify(path)};`,
  );
  return [`import { told } from ${JSON.stringify(BORDER)};`, ...lines].join(
    "\n",
  );
}
