/** The content security policy forbids `eval`, so zod runs without its just-in-time compiler. */

import { config } from 'zod'

config({ jitless: true })
