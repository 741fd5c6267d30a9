/** The names of payers in texts of the command line. */

const words: Readonly<Record<string, string>> = {
  centre: 'central government',
  province: 'provincial governments',
  'province and centre': 'central and provincial governments',
  'financing vehicles': 'LGFVs',
  none: 'nobody',
  '': 'nobody',
}

export const payerInWords = (payer: string): string => words[payer] ?? payer
