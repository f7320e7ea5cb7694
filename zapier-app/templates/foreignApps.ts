/** An event of another app, in a Zap of ours. */
export interface ForeignEvent {
  app: string;
  /** The app's name in links, and the event's; absent where none is known. */
  api: string;
  key?: string;
  /** As the editor names it. */
  label: string;
  /** Labels by key. */
  fields: Readonly<Record<string, string>>;
  required: readonly string[];
  /** Labels of what the event hands out. */
  output?: Readonly<Record<string, string>>;
  isTrigger?: true;
}

/*
 * Labels and keys of other apps are theirs to change, and Zapier documents none of them: these were seen in use and could
 * not be tried. A wrong key leaves the link's step without an event, a wrong label misleads by a word.
 */

export const SLACK_MESSAGE: ForeignEvent = {
  app: "Slack",
  api: "SlackCLIAPI",
  key: "channel_message",
  label: "Send Channel Message",
  fields: { channel: "Channel", text: "Message Text" },
  required: ["channel", "text"],
};

export const EVERY_MONTH: ForeignEvent = {
  app: "Schedule by Zapier",
  api: "ScheduleCLIAPI",
  key: "everyMonth",
  label: "Every Month",
  fields: { dom: "Day of the Month", hod: "Time of Day" },
  required: ["dom"],
  output: { id: "ID" },
  isTrigger: true,
};

/** HubSpot's own app on Zapier: ours needs no scope for tasks. */
export const HUBSPOT_TASK: ForeignEvent = {
  app: "HubSpot",
  api: "HubSpotCLIAPI",
  label: "Create Engagement",
  fields: {
    type: "Engagement Type",
    owner: "Owner",
    subject: "Task Title",
    body: "Task Notes",
    deals: "Associated Deals",
  },
  required: ["type"],
};
