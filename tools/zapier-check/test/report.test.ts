import { readLogo } from "../src/listing/listing";
import { printed } from "../src/report";
import { rules } from "../src/rules";

it("shows each finding with its rule, what was decided on with its reason, and what nothing here can tell", () => {
  const path = "creates.create_order.inputFields.shop_id";
  const finding = {
    rule: "D004",
    severity: "warning",
    path,
    message: "Give shop_id a dropdown.",
  } as const;
  const text = printed({
    open: [{ ...finding, rule: "D018", severity: "publishing task" }],
    accepted: [
      {
        by: { rule: "D004", at: [path], reason: "The shop is mapped." },
        findings: [finding],
      },
    ],
  });
  const lines = text.split("\n");
  expect(lines[0]).toContain(
    `publishing task ${path}: Give shop_id a dropdown. (D018)`,
  );
  expect(lines[1]).toBe(`accepted        ${path}: The shop is mapped. (D004)`);
  for (const rule of ["A001", "C004", "D027", "L001", "S001", "T001", "U001"])
    expect(text).toMatch(new RegExp(`not offline .*${rule}`));
  expect(lines.at(-1)).toBe(
    `${rules.length} rules: 0 errors, 1 publishing task, 0 warnings, 1 accepted`,
  );
});

/** A PNG's first 26 bytes: signature, length and name of IHDR, width, height, depth, colour type. */
const png = (width: number, height: number, colourType: number) => {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    size,
    Buffer.from([8, colourType]),
  ]);
};

it("reads size and transparency of a logo from its PNG", () => {
  expect(readLogo(png(512, 256, 6))).toEqual({
    width: 512,
    height: 256,
    isRgba: true,
  });
  expect(readLogo(png(256, 256, 2)).isRgba).toBe(false);
  expect(readLogo(Buffer.from("<svg/>")).width).toBe(0);
});
