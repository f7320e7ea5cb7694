// Zapier loads this file; the app itself is bundled from src by `npm run build`.
module.exports = require("./dist/index.js");
