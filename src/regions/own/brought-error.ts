import { ReportedError } from '../../language/reported-error.ts'

/** Thrown for files that cannot be read at all; faults of what is in them are problems of the region. */
export class BroughtError extends ReportedError {}
