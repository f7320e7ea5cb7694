import type { PlantedBreach } from "../breach";

/** What people read before they connect. */
export const listingBreaches: PlantedBreach[] = [
  {
    rule: "M001",
    plant: ({ listing }) => {
      listing.category = "";
    },
    at: "listing.category",
    fix: "Choose the category",
  },
  {
    rule: "M002",
    case: "too short",
    plant: ({ listing }) => {
      listing.description = "Acme is a shop.";
    },
    at: "listing.description",
    fix: "40 to 140 characters; these are 15",
  },
  {
    rule: "M002",
    case: "about the integration",
    plant: ({ listing }) => {
      listing.description =
        "Acme to Books is a connector that syncs what a shop sells.";
    },
    at: "listing.description",
    fix: 'Take "syncs" out',
  },
  {
    rule: "M004",
    plant: ({ listing }) => {
      listing.logo.width = 300;
    },
    at: "listing.logo",
    fix: "square PNG",
  },
  {
    rule: "M006",
    plant: ({ listing }) => {
      listing.homepage = "";
    },
    at: "listing.homepage",
    fix: "Give the homepage's URL",
  },
];
