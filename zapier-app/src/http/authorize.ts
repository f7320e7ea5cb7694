import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import { isHeaderValue } from "@hubspot-xero/shared/transport/send";
import type { BeforeRequestMiddleware } from "zapier-platform-core";
import { readHosts } from "./hosts";

/** Puts each token on requests to its own vendor's exact address, and on no other. A request that brings its own credentials keeps them. */
export const authorize: BeforeRequestMiddleware = (request, _z, bundle) => {
  const headers = { Accept: "application/json", ...request.headers };
  const { hubspot, xero } = readHosts();
  const token = {
    [hubspot]: bundle.authData["hubspot_token"]?.trim(),
    [xero]: bundle.authData["access_token"],
  }[new URL(request.url ?? "").origin];
  // Core's client would quote the token in its error.
  if (token && !isHeaderValue(token))
    throw new ConnectorError(
      "auth",
      "The key or token of this connection has a character that no key has, such as a line end. Copy it again, and reconnect.",
      { vendor: "hubspot" },
    );
  request.headers =
    token && !("Authorization" in headers)
      ? { ...headers, Authorization: `Bearer ${token}` }
      : headers;
  return request;
};
