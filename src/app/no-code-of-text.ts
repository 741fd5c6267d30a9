/** The page's policy lets no code be made of text: zod is told, which would otherwise try. */

import { config } from 'zod'

config({ jitless: true })
