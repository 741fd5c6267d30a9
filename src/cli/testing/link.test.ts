/** Tests that a link gives the same numbers on the command line as the options it was made from. */

import { describe, expect, it } from 'vitest'
import { besidesFit, heartland } from './command-line-fixture.ts'

const words = ['run', 'CN-LN', '--set', 'childAllowance=10@2027:2', '--assume', 'wageFromSlack=0.5']
const linkIn = (text: string): string => /#\/\S+/.exec(text)![0]

describe('a link on the command line', () => {
  it('gives the same bits', async () => {
    const first = await heartland([...words, '--json', '--link'])
    const link = linkIn(first.err)
    const again = await heartland(['run', link, '--json'])
    // A link has its levers in the order of the alphabet.
    expect([JSON.parse(again.out), besidesFit(again.err)]).toEqual([JSON.parse(first.out), ''])
    const shown = await heartland(['run', `https://example.org/${link}`, '--json'])
    expect(shown.out).toBe(again.out)
  })

  it('that is damaged says what of it was read', async () => {
    const { err } = await heartland([...words, '--link'])
    const { code, err: told } = await heartland(['run', linkIn(err).slice(0, -20)])
    expect(code).toBe(2)
    expect(told).toBe(
      'heartland: This link is damaged. The end of the link is missing. Region, seed and 3 levers were read. ' +
        'Correct these parts, or ask for the link again and copy all of it.\n',
    )
  })

  it('takes no policy besides its own', async () => {
    const { err } = await heartland([...words, '--link'])
    const { err: told } = await heartland(['run', linkIn(err), '--policy', 'G'])
    expect(told).toBe('heartland: the link already holds a policy; leave out --policy, or name the region instead\n')
  })
})
