import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What stands on Zapier's page about the integration, and which services it joins. */
export interface Listing {
  title: string;
  description: string;
  category?: string;
  homepage?: string;
  logo?: Logo;
  services: string[];
  /** Records that more than one of the services has, as labels name them. */
  sharedRecords: string[];
}

export interface Logo {
  width: number;
  height: number;
  /** With transparency: red, green, blue and alpha. */
  isRgba: boolean;
}

interface ListingFile extends Omit<Listing, "logo"> {
  /** A PNG beside the file. */
  logo?: string;
}

/** @param folder with `listing.json` */
export function readListing(folder: string): Listing {
  const { logo, ...listing } = JSON.parse(
    readFileSync(join(folder, "listing.json"), "utf8"),
  ) as ListingFile;
  return {
    ...listing,
    logo: logo ? readLogo(readFileSync(join(folder, logo))) : undefined,
  };
}

/**
 * The head of a PNG. What is none has no size.
 * @see https://www.w3.org/TR/png-3/#11IHDR
 */
export function readLogo(file: Buffer): Logo {
  const isPng = file.subarray(0, 8).equals(SIGNATURE) && file.length >= 26;
  if (!isPng) return { width: 0, height: 0, isRgba: false };
  return {
    width: file.readUInt32BE(16),
    height: file.readUInt32BE(20),
    isRgba: file[25] === TRUECOLOUR_WITH_ALPHA,
  };
}

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const TRUECOLOUR_WITH_ALPHA = 6;
