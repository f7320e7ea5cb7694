import { openApp } from "@hubspot-xero/make-runner/run/openApp";
import type { ScenarioApp } from "@hubspot-xero/make-runner/run/scenario/runScenario";
import { jsonAnswer } from "@hubspot-xero/make-runner/run/transport/httpCall";
import type { MakeTree, Section } from "@hubspot-xero/make-runner/tree/tree";

const section = (value: unknown): Section => ({
  path: "slack",
  text: JSON.stringify(value),
  value,
});

const text = (name: string) => ({ name, type: "text", label: name });

/** Slack's app with the one module that blueprints use; its fields are those of exported scenarios. */
const TREE: MakeTree = {
  folder: "",
  manifest: {
    fileVersion: 1,
    generalCodeFiles: { base: null, common: null, readme: null, groups: null },
    components: {
      connection: {},
      webhook: {},
      module: {},
      rpc: {},
      function: {},
    },
    origins: [],
  },
  base: section({}),
  groups: section([]),
  readme: undefined,
  connections: new Map(),
  webhooks: new Map(),
  rpcs: new Map(),
  functions: new Map(),
  modules: new Map([
    [
      "CreateMessage",
      {
        id: "CreateMessage",
        metadata: {
          label: "Create a Message",
          description: "Creates a new message.",
          moduleType: "action",
          connection: null,
          altConnection: null,
        },
        code: {
          communication: section({
            url: "https://slack.example/api/chat.postMessage",
            method: "POST",
            body: {
              channel: "{{parameters.channel}}",
              text: "{{parameters.text}}",
            },
            response: { output: "{{body}}" },
          }),
          mappableParams: section([
            { ...text("channel"), required: true },
            { ...text("text"), required: true },
            text("channelWType"),
            { ...text("parse"), type: "boolean" },
            { ...text("mrkdwn"), type: "boolean" },
          ]),
          interface: section([]),
        },
      },
    ],
  ]),
};

/** Slack on Make, which keeps what is posted; a channel that it does not know is an error. */
export function slackOnMake(channel: string) {
  const posted: unknown[] = [];
  const app: ScenarioApp = {
    app: openApp(TREE, {
      now: () => new Date(),
      timezone: "Europe/London",
      send: async ({ body }) => {
        const message = JSON.parse(String(body)) as { channel: string };
        if (message.channel !== channel)
          return jsonAnswer({ error: "channel_not_found" }, 404);
        posted.push(message);
        return jsonAnswer({ ok: true });
      },
    }),
    connections: {},
  };
  return { apps: { slack: app }, posted };
}
