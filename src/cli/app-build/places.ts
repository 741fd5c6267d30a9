/** Where the sources of the app lie and where it is built to. */

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root: string = fileURLToPath(new URL('../../..', import.meta.url))

/** Where `npm run build` puts the app. */
export const builtApp: string = join(root, 'dist')
