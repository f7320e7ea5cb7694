import { zapierPages } from "../../tools/site/src/zapierPages";

export default { paths: zapierPages };
