/** The folders of the app's sources and of its build. */

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root: string = fileURLToPath(new URL('../../..', import.meta.url))

/** The folder into which `npm run build` puts the app. */
export const builtApp: string = join(root, 'dist')
