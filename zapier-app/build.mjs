// Bundles the app and shared/ into one file, so that loading it costs no more than loading Zapier's core, which stays outside.
import { build } from "esbuild";

await build({
  entryPoints: ["src/index.ts"],
  outfile: "dist/index.js",
  bundle: true,
  platform: "node",
  target: "node22",
  format: "cjs",
  external: ["zapier-platform-core"],
  minifySyntax: true,
  minifyWhitespace: true,
  footer: { js: "module.exports = module.exports.default;" },
});
