import { MakeError } from "../MakeError";
import { maskSecrets, secretsOf } from "./secrets";

/** Runs a job whose errors must not show what the sources hold in secret; they are read when it fails. */
export async function hideSecrets<Result>(
  sources: unknown[],
  job: () => Promise<Result>,
): Promise<Result> {
  try {
    return await job();
  } catch (error) {
    if (!(error instanceof MakeError)) throw error;
    const secrets = secretsOf(sources);
    const message = maskSecrets(error.message, secrets);
    if (message === error.message) throw error;
    throw new MakeError(error.type, message, error.statusCode);
  }
}
