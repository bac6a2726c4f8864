// Portfolios for the tests that need one at once, in the test notation.

/** Far from every post-QT weight, all classes at hand in one account: a full plan has sales and purchases. */
export const TILTED = `
  Brokerage taxable cash 5000 reserve 1000
  VUG growth:38,tech:62 20 @ 400 lot 20 @ 100 2020-01-02
  MSFT tech 150 @ 500 lot 150 @ 200 2020-01-02
  JNJ growth 10 @ 180
  TLT longBonds 10 @ 90
  GLD alternatives 10 @ 300
  VMFXX moneyFunds 30000 @ 1 unit 0.01
  BTC digital 0.1 @ 60000 unit 0.00000001
`
