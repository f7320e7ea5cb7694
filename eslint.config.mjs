import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      "**/dist/",
      "zapier-app/build/",
      "**/coverage/",
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.recommended,
  {
    files: ["**/*.{js,cjs,mjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        module: "writable",
        require: "readonly",
      },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    // Arrows go one way: tools -> apps -> shared.
    files: ["shared/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: ["@hubspot-xero/*", "**/zapier-app/**", "**/tools/**"] },
      ],
    },
  },
);
