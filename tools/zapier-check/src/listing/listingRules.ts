import type { Rule } from "../finding";

/** What people read before they connect. */
export const listingRules: Rule[] = [
  {
    id: "M001",
    what: "the integration has a category",
    severity: "publishing task",
    *find({ listing }) {
      if (!listing.category)
        yield {
          path: "listing.category",
          message: "Choose the category that fits the app best.",
        };
    },
  },
  {
    id: "M002",
    what: "the description has 40 to 140 characters and is about the app alone",
    severity: "publishing task",
    *find({ listing: { description } }) {
      const path = "listing.description";
      if (description.length < 40 || description.length > 140)
        yield {
          path,
          message: `Write 40 to 140 characters; these are ${description.length}.`,
        };
      const word = /\bzapier\b|\bsync\w*/i.exec(description)?.[0];
      if (word)
        yield {
          path,
          message: `Take "${word}" out: the description is about the app.`,
        };
    },
  },
  {
    id: "M004",
    what: "the logo is a square PNG of at least 256 pixels with transparency",
    severity: "publishing task",
    *find({ listing: { logo } }) {
      const isFit =
        logo && logo.width === logo.height && logo.width >= 256 && logo.isRgba;
      if (!isFit)
        yield {
          path: "listing.logo",
          message:
            "Give a square PNG of at least 256 x 256 pixels in RGBA mode.",
        };
    },
  },
  {
    id: "M006",
    what: "the app has a homepage",
    severity: "publishing task",
    *find({ listing: { homepage } }) {
      if (!homepage)
        yield { path: "listing.homepage", message: "Give the homepage's URL." };
    },
  },
];
