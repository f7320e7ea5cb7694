import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** Zapier wants 256 pixels at least, Make 512. */
const SIZE = 512;

/** An invoice that an arrow leads to, with its tick: no vendor's mark, on a transparent ground. */
export const logoSvg = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="${SIZE}" height="${SIZE}">
  <path d="M24 6h22l10 10v42H24z" fill="#0b5c8a"/>
  <path d="M46 6v10h10z" fill="#7fc4e8"/>
  <path d="M31 24h18M31 32h18" stroke="#fff" stroke-width="3" stroke-linecap="round"/>
  <path d="M33 44l5 5 11-10" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M4 32h22m-9-9 9 9-9 9" fill="none" stroke="#f26b3a" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>
</svg>
`;

/** The logo as a square PNG with transparency. */
export async function logoPng(): Promise<Uint8Array> {
  const wasm = createRequire(__filename).resolve(
    "@resvg/resvg-wasm/index_bg.wasm",
  );
  await initWasm(await readFile(wasm));
  return new Resvg(logoSvg(), { fitTo: { mode: "width", value: SIZE } })
    .render()
    .asPng();
}
