import { MakeError } from "@makehq/sdk";
import type { LocalSection } from "../local/component";
import { sectionSums, type Sums } from "./checksums";
import type { RemoteSection } from "./remote";

/**
 * The sections of an app or component by name: their checksums, and the content of those Make gave none for.
 * @param read gets one section's content
 */
export async function readSections(
  locals: LocalSection[],
  sums: Sums,
  read: (name: string) => Promise<unknown>,
): Promise<Record<string, RemoteSection>> {
  const sections: Record<string, RemoteSection> = {};
  for (const local of locals) {
    const md5 = sectionSums(sums, local);
    sections[local.name] =
      md5.length > 0
        ? { md5 }
        : { content: await read(local.name).catch(neverWritten) };
  }
  return sections;
}

function neverWritten(error: unknown): undefined {
  if (error instanceof MakeError && error.statusCode === 404) return undefined;
  throw error;
}
