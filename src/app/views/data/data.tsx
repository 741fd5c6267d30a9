/** The view Data: not built yet; it says so. */

import { Head } from '../../shell/head.tsx'
import { useWords } from '../../shell/use.ts'
import { shellWords } from '../../words/shell.ts'

export default function Data() {
  const words = useWords(shellWords)
  return <Head title={words.views.data} lead={words.notBuilt} />
}
