/** Answers questions in JSON on this machine, for HTTP, Python, R and the Model Context Protocol. */

import { openUnder } from '../../analysis/region/open-under.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import type { Door } from '../../questions/core/json.ts'
import { chooseStated, packageOrLink } from '../input/choice.ts'
import type { OutputStream } from '../terminal/output.ts'
import { findHere } from './find-here.ts'

/** `files`: whether a policy may be a scenario file of this machine. `err` is told how far the runs have come. */
export const machineDoor = (files: boolean, err: OutputStream = { write: () => true }): Required<Door<OpenRegion>> => ({
  under: openUnder,
  choose: (open, stated) => {
    if (!files && typeof stated.policy === 'string') packageOrLink(stated.policy)
    return chooseStated(open, stated)
  },
  find: prepared => findHere(prepared, { err }),
})
