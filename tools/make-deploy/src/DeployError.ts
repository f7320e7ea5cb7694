/** A deployment that cannot begin or go on; the message says where, why, and what to do. */
export class DeployError extends Error {}
