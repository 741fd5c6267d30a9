/** The balance sheet at the end of a step. */

import { equation, matrix, part } from '../../language/declare.ts'
import { accountColumns as columns, householdCells } from './columns.ts'

export const closingBalances = part({
  stateEquityClosing: equation('CNY bn', `
    closing(price)*(closing(capital[state]) + robotPrice*closing(robots[state]))
    + closing(firmDeposits[state])
    - closing(firmLoans[state])`,
    'Book equity of state firms', { symbol: 'Eqs', source: '2.1' }),
  privateEquityClosing: equation('CNY bn', `
    closing(price)*(closing(capital[private]) + robotPrice*closing(robots[private]))
    + closing(developerStock)
    + closing(firmDeposits[private])
    + closing(arrears)
    + closing(mixedHolderShare)*stateEquityClosing
    - closing(firmLoans[private])`,
    'Book equity of private firms', { symbol: 'Eqp', source: '2.1' }),
  vehicleEquityClosing: equation('CNY bn',
    'closing(price)*closing(vehicleCapital) + closing(vehicleDeposits) - closing(vehicleDebt)',
    'Book equity of LGFVs', { symbol: 'Eqv', source: '2.1' }),
  householdNetWorth: equation('CNY bn', `
    closing(housePrice)*homeShare*closing(dwellings)
    + closing(deposits)
    - closing(loans)
    + closing(outsideClaims)
    + privateEquityShare*privateEquityClosing`,
    'Net worth of households', { over: ['area', 'group'], symbol: 'NW', source: '2.1' }),
  provinceNetWorth: equation('CNY bn', `
    closing(price)*(closing(publicCapital) + closing(cultureCapital))
    + closing(housePrice)*closing(publicHomes)
    + closing(provinceDeposits)
    - closing(advances)
    - closing(provincialBonds)
    - closing(arrears)
    + closing(provinceHolderShare)*stateEquityClosing
    + vehicleEquityClosing`,
    'Net worth of the province', { symbol: 'NWG', source: '2.1' }),
  centreHolderClosing: equation('share',
    '1 - closing(provinceHolderShare) - closing(mixedHolderShare) - closing(outsideHolderShare)',
    'Equity of state firms held by the central government, closing'),
  outsideNetWorth: equation('CNY bn', `
    -sum(closing(outsideClaims))
    + (1 - bankShareOfBonds)*closing(provincialBonds)
    + (1 - bankShareOfVehicles)*closing(vehicleDebt)
    + closing(outsideHolderShare)*stateEquityClosing
    + outsideEquityShare*privateEquityClosing
    - closing(netForeign)
    - closing(centreAccount)`,
    'Net worth of the outside, from the region only', { symbol: 'NWX', source: '2.1' }),
  realAssets: equation('CNY bn', `
    closing(price)
    *(
      sum(closing(capital)) + robotPrice*sum(closing(robots)) + closing(publicCapital) + closing(cultureCapital)
      + closing(vehicleCapital)
    )
    + closing(housePrice)*(closing(dwellings) + closing(publicHomes))
    + closing(developerStock)`,
    'Real assets', { source: '2.1, A5' }),

  balanceSheet: matrix({
    title: 'balance sheet', unit: 'CNY bn',
    scale: 'nominalOutput*1{year}',
    over: ['area'],
    doc: 'Closing stocks, + asset, - liability; the last row takes net worth out, so that every column closes',
    columns: {
      HY: columns.HY, HM: columns.HM, HO: columns.HO, FS: 'State firms', FP: 'Private firms', PG: columns.PG,
      LV: columns.LV, PF: columns.PF, B: columns.B, CG: columns.CG, RX: columns.RX,
    },
    zeroRows: [
      'deposits', 'householdLoans', 'firmLoans', 'advances', 'bonds', 'vehicleDebt', 'outsideClaims', 'arrears',
      'stateEquity', 'privateEquity', 'vehicleEquity', 'bankPosition', 'centreAccount',
    ],
    rows: {
      capital: {
        doc: 'Productive capital',
        cells: { FS: 'closing(price)*closing(capital[state])', FP: 'closing(price)*closing(capital[private])' },
      },
      robots: {
        doc: 'Robots and digital capital',
        cells: {
          FS: 'closing(price)*robotPrice*closing(robots[state])',
          FP: 'closing(price)*robotPrice*closing(robots[private])',
        },
      },
      publicCapital: {
        doc: 'Public and culture capital',
        cells: {
          PG: 'closing(price)*(closing(publicCapital) + closing(cultureCapital))',
          LV: 'closing(price)*closing(vehicleCapital)',
        },
      },
      dwellings: {
        doc: 'Dwellings',
        cells: {
          ...householdCells('closing(housePrice)*homeShare[@]*closing(dwellings)'),
          PG: 'closing(housePrice)*closing(publicHomes)',
        },
      },
      developerStock: { doc: "Developers' stock at cost", cells: { FP: 'closing(developerStock)' } },
      deposits: {
        doc: 'Deposits',
        cells: {
          ...householdCells('closing(deposits[@])'),
          FS: 'closing(firmDeposits[state])',
          FP: 'closing(firmDeposits[private])',
          PG: 'closing(provinceDeposits)',
          LV: 'closing(vehicleDeposits)',
          PF: 'closing(pensionReserve)',
          B: '-bankDepositsClosing',
        },
      },
      householdLoans: {
        doc: 'Household loans',
        cells: { ...householdCells('-closing(loans[@])'), B: 'sum(closing(loans))' },
      },
      firmLoans: {
        doc: 'Firm loans',
        cells: { FS: '-closing(firmLoans[state])', FP: '-closing(firmLoans[private])', B: 'sum(closing(firmLoans))' },
      },
      advances: { doc: 'Bank advances', cells: { PG: '-closing(advances)', B: 'closing(advances)' } },
      bonds: {
        doc: 'Provincial bonds',
        cells: {
          PG: '-closing(provincialBonds)',
          B: 'bankShareOfBonds*closing(provincialBonds)',
          RX: '(1 - bankShareOfBonds)*closing(provincialBonds)',
        },
      },
      vehicleDebt: {
        doc: 'Debt of LGFVs',
        cells: {
          LV: '-closing(vehicleDebt)',
          B: 'bankShareOfVehicles*closing(vehicleDebt)',
          RX: '(1 - bankShareOfVehicles)*closing(vehicleDebt)',
        },
      },
      outsideClaims: {
        doc: 'External claims',
        cells: { ...householdCells('closing(outsideClaims[@])'), RX: '-sum(closing(outsideClaims))' },
      },
      arrears: { doc: 'Payment arrears', cells: { FP: 'closing(arrears)', PG: '-closing(arrears)' } },
      stateEquity: {
        doc: 'Equity of state firms',
        cells: {
          FS: '-stateEquityClosing',
          FP: 'closing(mixedHolderShare)*stateEquityClosing',
          PG: 'closing(provinceHolderShare)*stateEquityClosing',
          CG: 'centreHolderClosing*stateEquityClosing',
          RX: 'closing(outsideHolderShare)*stateEquityClosing',
        },
      },
      privateEquity: {
        doc: 'Equity of private firms',
        cells: {
          ...householdCells('privateEquityShare[@]*privateEquityClosing'),
          FP: '-privateEquityClosing',
          RX: 'outsideEquityShare*privateEquityClosing',
        },
      },
      vehicleEquity: { doc: 'Equity of LGFVs', cells: { PG: 'vehicleEquityClosing', LV: '-vehicleEquityClosing' } },
      bankPosition: {
        doc: 'Net external position of banks',
        cells: { B: 'closing(netForeign)', RX: '-closing(netForeign)' },
      },
      centreAccount: {
        doc: "Centre's account",
        cells: { CG: 'closing(centreAccount)', RX: '-closing(centreAccount)' },
      },
      netWorth: {
        doc: 'Net worth, taken out',
        cells: {
          ...householdCells('-householdNetWorth[@]'),
          FS: '0',
          FP: '0',
          PG: '-provinceNetWorth',
          LV: '0',
          PF: '-closing(pensionReserve)',
          B: '-closing(bankCapital)',
          CG: '-closing(centreAccount) - centreHolderClosing*stateEquityClosing',
          RX: '-outsideNetWorth',
        },
      },
    },
  }),
})
