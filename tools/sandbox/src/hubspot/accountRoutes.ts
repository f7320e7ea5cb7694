import { Hono } from "hono";
import { requireScope, type HubspotEnv } from "./auth";
import { notFound } from "./errors";
import { formatInstant, utcOffset } from "./instants";
import { DEAL, resolveType } from "./objectTypes";
import { queryNumber } from "./requests";
import type { Portal } from "./types";

export function accountInfoRoutes(portal: Portal): Hono<HubspotEnv> {
  const routes = new Hono<HubspotEnv>();
  routes.get("/details", (context) => {
    const { account } = portal.state;
    const offset = utcOffset(account.timeZone, portal.clock.now());
    return context.json({
      portalId: account.portalId,
      accountType: account.accountType ?? "STANDARD",
      timeZone: account.timeZone,
      companyCurrency: account.companyCurrency,
      additionalCurrencies: account.additionalCurrencies,
      utcOffset: offset.text,
      utcOffsetMilliseconds: offset.milliseconds,
      uiDomain: account.uiDomain,
      dataHostingLocation: account.dataHostingLocation ?? "na1",
    });
  });
  return routes;
}

export function pipelineRoutes(portal: Portal): Hono<HubspotEnv> {
  const routes = new Hono<HubspotEnv>();
  const pipelinesOf = (name: string) =>
    resolveType(name).id === DEAL.id ? portal.state.pipelines : [];
  const find = (name: string, id: string) => {
    const pipeline = pipelinesOf(name).find((one) => one.id === id);
    if (!pipeline) throw notFound(`Pipeline ${id} does not exist`);
    return pipeline;
  };
  routes.use("/:type/*", async (context, next) => {
    const { scopeNoun } = resolveType(context.req.param("type"));
    requireScope(
      context,
      `crm.objects.${scopeNoun}.read`,
      `crm.schemas.${scopeNoun}.read`,
    );
    await next();
  });
  routes.get("/:type", (context) =>
    context.json({ results: pipelinesOf(context.req.param("type")) }),
  );
  routes.get("/:type/:id", (context) => {
    const { type, id } = context.req.param();
    return context.json(find(type, id));
  });
  routes.get("/:type/:id/stages", (context) => {
    const { type, id } = context.req.param();
    return context.json({ results: find(type, id).stages });
  });
  return routes;
}

export function ownerRoutes(portal: Portal): Hono<HubspotEnv> {
  const routes = new Hono<HubspotEnv>();
  routes.use(async (context, next) => {
    requireScope(context, "crm.objects.owners.read");
    await next();
  });
  routes.get("/", (context) => {
    const email = context.req.query("email");
    const archived = context.req.query("archived") === "true";
    const owners = portal.state.owners.filter(
      (owner) =>
        owner.archived === archived && (!email || owner.email === email),
    );
    const limit = queryNumber(context, "limit", 100, 500);
    const start = Number(context.req.query("after") ?? 0);
    const end = start + limit;
    return context.json({
      results: owners.slice(start, end),
      ...(end < owners.length && { paging: { next: { after: String(end) } } }),
    });
  });
  routes.get("/:id", (context) => {
    const id = context.req.param("id");
    const byUser = context.req.query("idProperty") === "userId";
    const owner = portal.state.owners.find(
      (one) => (byUser ? String(one.userId) : one.id) === id,
    );
    if (!owner) throw notFound();
    return context.json(owner);
  });
  return routes;
}

export function taxRateRoutes(portal: Portal): Hono<HubspotEnv> {
  const routes = new Hono<HubspotEnv>();
  routes.use(async (context, next) => {
    requireScope(context, "tax_rates.read");
    await next();
  });
  routes.get("/", (context) =>
    context.json({ results: portal.state.taxRates }),
  );
  routes.get("/:id", (context) => {
    const rate = portal.state.taxRates.find(
      ({ id }) => id === context.req.param("id"),
    );
    if (!rate) throw notFound();
    return context.json(rate);
  });
  return routes;
}

export function currencyRoutes(portal: Portal): Hono<HubspotEnv> {
  const routes = new Hono<HubspotEnv>();
  routes.use(async (context, next) => {
    requireScope(context, "settings.currencies.read");
    await next();
  });
  routes.get("/company-currency", (context) =>
    context.json({ currencyCode: portal.state.account.companyCurrency }),
  );
  routes.get("/exchange-rates/current", (context) => {
    const { account } = portal.state;
    const now = formatInstant(portal.clock.now());
    const results = account.additionalCurrencies.map((code, index) => ({
      id: String(index + 1),
      fromCurrencyCode: code,
      toCurrencyCode: account.companyCurrency,
      conversionRate: Number(account.exchangeRates?.[code] ?? 1),
      visibleInUI: true,
      effectiveAt: now,
      createdAt: now,
      updatedAt: now,
    }));
    return context.json({ results });
  });
  return routes;
}
