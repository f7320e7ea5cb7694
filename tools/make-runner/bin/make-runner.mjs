#!/usr/bin/env node
import { register as registerRequire } from "tsx/cjs/api";
import { register as registerImport } from "tsx/esm/api";

registerRequire();
registerImport();
await import("../src/cli.ts");
