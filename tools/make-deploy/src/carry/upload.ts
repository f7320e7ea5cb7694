import type { Make } from "@makehq/sdk";
import type { LocalSection } from "../local/component";

/**
 * Puts one code file, its text as it is: comments stay.
 * @param owner the path of the component, or of the app
 */
export async function upload(
  make: Make,
  owner: string,
  { name, text, contentType }: LocalSection,
): Promise<void> {
  await make.fetch(`${owner}/${name}`, {
    method: "PUT",
    headers: { "content-type": contentType },
    body: text,
  });
}
