/** Files of a region that the user brought along, by their paths ('my-region/figures.csv'). */
export type RegionFiles = Readonly<Record<string, string>>
