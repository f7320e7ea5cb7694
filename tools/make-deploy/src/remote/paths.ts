import { NAMED_BY_MAKE, type Kind } from "../local/component";

/** An app on Make, one of its major versions. */
export interface AppAddress {
  appId: string;
  appVersion: number;
}

const part = encodeURIComponent;

/** `/sdk/apps/<app>/<version>` */
export const appPath = ({ appId, appVersion }: AppAddress) =>
  `/sdk/apps/${part(appId)}/${appVersion}`;

/** Where components of a kind are listed and created; connections and webhooks belong to all versions. */
export const collectionPath = (app: AppAddress, kind: Kind) =>
  NAMED_BY_MAKE.has(kind)
    ? `/sdk/apps/${part(app.appId)}/${kind}s`
    : `${appPath(app)}/${kind}s`;

/** Where one component is read and changed. */
export const componentPath = (app: AppAddress, kind: Kind, name: string) =>
  NAMED_BY_MAKE.has(kind)
    ? `/sdk/apps/${kind}s/${part(name)}`
    : `${collectionPath(app, kind)}/${part(name)}`;
