const sanitize = [
  "request.headers.authorization",
  "response.body.access_token",
];
const error = { message: "[{{statusCode}}] {{body.error}}" };

const grant = (body: object, more: object = {}) => ({
  ...more,
  url: "https://id.acme.com/token",
  method: "POST",
  type: "urlencoded",
  body,
  response: {
    data: {
      accessToken: "{{body.access_token}}",
      refreshToken: "{{body.refresh_token}}",
      expires: "{{addSeconds(now, body.expires_in)}}",
    },
    error,
  },
  log: { sanitize },
});

const whoAmI = {
  url: "https://api.acme.com/v2/me",
  headers: { authorization: "Bearer {{connection.accessToken}}" },
  response: {
    uid: "{{body.id}}",
    metadata: { type: "text", value: "{{body.name}}" },
    error,
  },
  log: { sanitize },
};

const oauth = {
  authorize: {
    url: "https://id.acme.com/authorize",
    qs: {
      client_id: "{{ifempty(parameters.clientId, common.clientId)}}",
      redirect_uri: "{{oauth.localRedirectUri}}",
      scope: "{{join(oauth.scope, ' ')}}",
    },
    response: { temp: { code: "{{query.code}}" } },
  },
  token: grant({ grant_type: "authorization_code", code: "{{temp.code}}" }),
  refresh: grant(
    { grant_type: "refresh_token", refresh_token: "{{data.refreshToken}}" },
    { condition: "{{data.expires < addMinutes(now, 15)}}" },
  ),
  info: whoAmI,
};

const key = {
  ...whoAmI,
  headers: { authorization: "Bearer {{parameters.apiKey}}" },
};

const attached = (id: string) => ({
  [`webhooks/${id}/${id}.params.iml.json`]: [
    { name: "topic", type: "text", label: "Topic", required: true },
  ],
  [`webhooks/${id}/${id}.attach.iml.json`]: {
    url: "/hooks",
    method: "POST",
    body: { url: "{{webhook.url}}", topic: "{{parameters.topic}}" },
    response: { data: { hookId: "{{body.id}}" } },
  },
  [`webhooks/${id}/${id}.detach.iml.json`]: {
    url: "/hooks/{{webhook.hookId}}",
    method: "DELETE",
  },
  [`webhooks/${id}/${id}.required-scope.iml.json`]: ["orders.read"],
});

/** The files of the connections and of the webhooks. */
export const cleanConnections = {
  "connections/acme/acme.oauth-communication.iml.json": oauth,
  "connections/acme/acme.params.iml.json": [
    { name: "clientId", type: "text", label: "Client ID", advanced: true },
  ],
  "connections/acme/acme.scope-list.iml.json": {
    "orders.read": "Read orders.",
    profile: "Read your name.",
  },
  "connections/acme/acme.default-scope.iml.json": ["profile"],
  "connections/acme-key/acme-key.communication.iml.json": key,
  "connections/acme-key/acme-key.params.iml.json": [
    { name: "apiKey", type: "password", label: "API key", required: true },
  ],
  ...attached("orderEvents"),
  ...attached("allEvents"),
  "webhooks/orderEvents/orderEvents.communication.iml.json": {
    iterate: "{{body.events}}",
    output: "{{item}}",
  },
  "webhooks/allEvents/allEvents.communication.iml.json": {
    uid: "{{body.accountId}}",
    output: "{{body}}",
  },
};
