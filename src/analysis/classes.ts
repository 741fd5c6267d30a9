/** The classes of simulations, best to worst, without the rest of the verdict, so that pages stay small. */

import type { FutureClass } from '../model/criteria.ts'

export const classOrder: readonly FutureClass[] = ['revived', 'stabilised', 'managedDecline', 'none', 'distress']

export type Shares = Readonly<Record<FutureClass, number>>
