import type { Books } from "./books";
import type { PostedLine } from "./invoiceData";
import type { Tracking } from "./types";

const MOST_CATEGORIES = 2;

/** Finds the categories and options that a line names, by names or by ids. Xero's texts for misses were not seen. */
export function resolveTracking(
  books: Books,
  posted: PostedLine["Tracking"] = [],
): { tracking: Tracking[]; messages: string[] } {
  const tracking: Tracking[] = [];
  const messages: string[] = [];
  if (posted.length > MOST_CATEGORIES)
    messages.push("A line item can have at most two tracking categories.");
  for (const wanted of posted) {
    const category = books.trackingCategories
      .all()
      .find(
        (entry) =>
          entry.Status === "ACTIVE" &&
          (wanted.TrackingCategoryID
            ? entry.TrackingCategoryID === wanted.TrackingCategoryID
            : isSame(entry.Name, wanted.Name)),
      );
    const option = category?.Options.find(
      (entry) =>
        entry.Status === "ACTIVE" &&
        (wanted.TrackingOptionID
          ? entry.TrackingOptionID === wanted.TrackingOptionID
          : isSame(entry.Name, wanted.Option)),
    );
    if (!category)
      messages.push(
        `There is no ACTIVE tracking category with the name '${wanted.Name ?? wanted.TrackingCategoryID ?? ""}'`,
      );
    else if (!option)
      messages.push(
        `There is no ACTIVE tracking option with the name '${wanted.Option ?? wanted.TrackingOptionID ?? ""}'`,
      );
    else
      tracking.push({
        Name: category.Name,
        Option: option.Name,
        TrackingCategoryID: category.TrackingCategoryID,
        TrackingOptionID: option.TrackingOptionID,
      });
  }
  return { tracking, messages };
}

function isSame(name: string, wanted: string | undefined): boolean {
  return name.toLowerCase() === wanted?.toLowerCase();
}
