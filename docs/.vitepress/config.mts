import { defineConfig } from "vitepress";
import { catalog } from "../../shared/src/catalog/catalog";
import { app } from "../../make-app/src/app";

const KINDS = [
  ["Triggers", catalog.triggers],
  ["Actions", catalog.actions],
  ["Searches", catalog.searches],
] as const;

const steps = KINDS.map(([text, operations]) => ({
  text: `Zapier: ${text.toLowerCase()}`,
  collapsed: true,
  items: operations.map(({ key, label }) => ({
    text: label,
    link: `/zapier/${key}`,
  })),
}));

const modules = {
  text: "Make: modules",
  collapsed: true,
  items: app.modules.map(({ id, label }) => ({
    text: label,
    link: `/make-modules/${id}`,
  })),
};

const page = (text: string, link: string) => ({ text, link });

/** The guides as a website: `npm run site`. A link that leads nowhere ends the build. */
export default defineConfig({
  title: "HubSpot-Xero connector",
  description: "HubSpot deals become Xero invoices, on Zapier and on Make.",
  lang: "en-GB",
  cleanUrls: true,
  outDir: "../tools/site/dist",
  cacheDir: "../tools/site/dist/.cache",
  vite: { publicDir: false },
  markdown: { theme: "github-light" },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    nav: [
      page("Connect", "/connect"),
      page("Deal to invoice", "/deal-to-invoice"),
      page("Troubleshooting", "/troubleshooting"),
    ],
    sidebar: [
      {
        text: "Begin",
        items: [
          page("Connect", "/connect"),
          page("Tax and accounts", "/tax-and-accounts"),
          page("Templates", "/templates/README"),
          page("Make", "/make"),
        ],
      },
      {
        text: "What moves",
        items: [
          page("Deal to invoice", "/deal-to-invoice"),
          page("Payments to deal", "/payments-to-deal"),
          page("Customers and products", "/customers-and-products"),
          page("Retainers", "/retainers"),
          page("Cash forecast", "/forecast"),
          page("Before the first Zap", "/reconcile"),
        ],
      },
      {
        text: "To rely on",
        items: [
          page("Troubleshooting", "/troubleshooting"),
          page("Limits and costs", "/limits-and-costs"),
          page("Reliability", "/reliability"),
          page("Security", "/security"),
          page("Decisions", "/decisions"),
        ],
      },
      {
        text: "Publish",
        items: [
          page("On Zapier", "/publishing/zapier"),
          page("On Make", "/publishing/make"),
        ],
      },
      ...steps,
      modules,
    ],
  },
});
