// Positions files as Fidelity lets one download them: two accounts, and the same a day later.
const HEAD =
  'Account Number,Account Name,Symbol,Description,Quantity,Last Price,Last Price Change,Current Value,' +
  "Today's Gain/Loss Dollar,Today's Gain/Loss Percent,Total Gain/Loss Dollar,Total Gain/Loss Percent,Percent Of Account," +
  'Cost Basis Total,Average Cost Basis,Type'
const line = (account: string, cells: string) => `${account},${cells}`
const ONE = 'Z11223344,Individual'
const TWO = '998877665,Roth IRA'
const FOOT = '\r\n\r\n"Brokerage services are provided by Fidelity Brokerage Services LLC, 900 Salem Street."\r\n\r\n'

const file = (name: string, lines: string[], day: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${[HEAD, ...lines].join('\r\n')}${FOOT}Date downloaded ${day} 9:00 PM ET\r\n`),
})

export const OLDER = file(
  'Portfolio_Positions_Nov-19-2026.csv',
  [
    line(ONE, 'SPAXX**,HELD IN MONEY MARKET,,,,$1234.56,,,,,12.00%,,,Cash,'),
    line(
      ONE,
      'VUG,VANGUARD GROWTH ETF,10,$400.00,+$1.00,$4000.00,+$10.00,+0.25%,+$500.00,+14.29%,60.00%,$3500.00,$350.00,Cash,',
    ),
    line(ONE, 'ZZTIDE,A FUND NOBODY KNOWS,5.5,$20.00,$0.00,$110.00,$0.00,0.00%,$0.00,0.00%,5.00%,$110.00,$20.00,Cash,'),
    line(ONE, 'Pending Activity,,,,,$250.00,,,,,,,,,'),
    line(
      TWO,
      'VUG,VANGUARD GROWTH ETF,3,$400.00,+$1.00,$1200.00,+$3.00,+0.25%,+$150.00,+14.29%,50.00%,$1050.00,$350.00,Cash,',
    ),
    line(TWO, 'GLD,SPDR GOLD,4,$300.00,+$1.00,$1200.00,+$4.00,+0.33%,+$100.00,+9.09%,50.00%,$1100.00,$275.00,Cash,'),
    line(
      TWO,
      ' -NVDA270115C250,NVDA JAN 15 2027 $250 CALL,1,$12.05,+$0.10,$1205.00,+$10.00,+0.84%,+$105.00,+9.55%,6.81%,$1100.00,$11.00,Margin,',
    ),
  ],
  'Nov-19-2026',
)

export const NEWER = file(
  'Portfolio_Positions_Nov-20-2026.csv',
  [
    line(ONE, 'SPAXX**,HELD IN MONEY MARKET,,,,$834.56,,,,,12.00%,,,Cash,'),
    line(
      ONE,
      'VUG,VANGUARD GROWTH ETF,11,$400.00,+$1.00,$4400.00,+$10.00,+0.25%,+$500.00,+14.29%,60.00%,$3900.00,$354.55,Cash,',
    ),
    line(ONE, 'ZZTIDE,A FUND NOBODY KNOWS,5.5,$20.00,$0.00,$110.00,$0.00,0.00%,$0.00,0.00%,5.00%,$110.00,$20.00,Cash,'),
    line(
      TWO,
      'VUG,VANGUARD GROWTH ETF,3,$400.00,+$1.00,$1200.00,+$3.00,+0.25%,+$150.00,+14.29%,50.00%,$1050.00,$350.00,Cash,',
    ),
    line(
      TWO,
      'BND,VANGUARD TOTAL BOND,7,$70.00,+$1.00,$490.00,+$4.00,+0.33%,+$10.00,+2.09%,50.00%,$480.00,$68.57,Cash,',
    ),
  ],
  'Nov-20-2026',
)

/** A table of no broker, with marks and titles of its own. */
export const UNKNOWN_TABLE = {
  name: 'depot.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Symbol;Quantity;Wofür\nVUG;1.200,5;400,00\nBND;7;70,25\n'),
}

/** An Interactive Brokers statement of ten shares, in lots of the sizes, costs and days given. */
export const withLots = (...lots: [size: number, cost: string, day: string][]) => ({
  name: 'U3456789_20261030.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Statement,Header,Field Name,Field Value',
      'Statement,Data,Period,"October 30, 2026"',
      'Account Information,Header,Field Name,Field Value',
      'Account Information,Data,Account,U3456789',
      'Account Information,Data,Base Currency,USD',
      'Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Open,Quantity,Mult,Cost Price,Cost Basis,Close Price,Value,Unrealized P/L,Code',
      'Open Positions,Data,Summary,Stocks,USD,VUG,-,10,1,310,3100,400,4000,900,',
      ...lots.map(
        ([size, cost, day]) =>
          `Open Positions,Data,Lot,Stocks,USD,VUG,"${day}, 10:01:11",${size},,${cost},,400,${size * 400},,LT`,
      ),
      'Open Positions,Total,,Stocks,USD,,,,,,3100,,4000,900,\n',
    ].join('\n'),
  ),
})
