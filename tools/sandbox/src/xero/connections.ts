import { Hono } from "hono";
import type { MiddlewareHandler } from "hono";
import { notFound } from "./errors";
import type { XeroState } from "./state";

export function connections(
  state: XeroState,
  guards: MiddlewareHandler[],
  committed: () => void,
): Hono {
  const routes = new Hono();
  guards.forEach((guard) => routes.use("*", guard));

  routes.get("/", (c) => {
    const authEventId = c.req.query("authEventId");
    return c.json(
      state.connections.filter(
        (connection) =>
          authEventId === undefined || connection.authEventId === authEventId,
      ),
    );
  });

  // The id is the connection's own, not the tenant's.
  routes.delete("/:id", (c) => {
    const id = c.req.param("id");
    if (!state.connections.some((connection) => connection.id === id))
      throw notFound();
    state.connections = state.connections.filter(
      (connection) => connection.id !== id,
    );
    committed();
    return c.body(null, 204);
  });

  return routes;
}
