/** Limits of a brought region: many times what any region needs, and little enough for every machine. */

/** Unpacked. The four provinces and the nation that come with the program take less than a megabyte. */
export const mostBytes = 50_000_000
export const mostFiles = 2000

/** Of a table. */
export const mostRows = 100_000
export const mostColumns = 200
export const mostCells = 2_000_000

/** Of processor time and of memory, for unpacking, reading and a trial run: five times what the largest region takes. */
export const mostSeconds = 10
export const mostMegabytes = 500

/** Parts of the name of a field of region.json, such as pastCensuses.0.source. */
export const mostPathParts = 8
