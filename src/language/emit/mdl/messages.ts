/** What a model holds that a Vensim file cannot, by code and in both languages. */

import texts from '../../../texts/vensim.ts'
import { messageTable } from '../../messages.ts'

export const vensimMessages = messageTable('vensim', texts)
