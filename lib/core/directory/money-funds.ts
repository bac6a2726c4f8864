/** Common US money-market funds, also those into which brokers sweep cash. */
export const MONEY_FUNDS = `
= moneyFunds
VMFXX Vanguard Federal Money Market Fund
VUSXX Vanguard Treasury Money Market Fund
VMRXX Vanguard Cash Reserves Federal Money Market Fund Admiral Shares
VMSXX Vanguard Municipal Money Market Fund
VCTXX Vanguard California Municipal Money Market Fund
VYFXX Vanguard New York Municipal Money Market Fund
SPAXX Fidelity Government Money Market Fund
FZCXX Fidelity Government Money Market Fund Premium Class
SPRXX Fidelity Money Market Fund
FZDXX Fidelity Money Market Fund Premium Class
FDRXX Fidelity Government Cash Reserves
FZFXX Fidelity Treasury Money Market Fund
FDLXX Fidelity Treasury Only Money Market Fund
FTEXX Fidelity Municipal Money Market Fund
FIGXX Fidelity Investments Money Market Government Portfolio Class I
FRGXX Fidelity Investments Money Market Government Portfolio Institutional Class
SWVXX Schwab Value Advantage Money Fund Investor Shares
SNAXX Schwab Value Advantage Money Fund Ultra Shares
SNVXX Schwab Government Money Fund Investor Shares
SWGXX Schwab Government Money Fund Sweep Shares
SNSXX Schwab U.S. Treasury Money Fund Investor Shares
SNOXX Schwab Treasury Obligations Money Fund Investor Shares
SWTXX Schwab Municipal Money Fund Investor Shares
TTTXX BlackRock Liquidity Treasury Trust Fund Institutional Shares
TFDXX BlackRock Liquidity FedFund Institutional Shares
OGVXX JPMorgan U.S. Government Money Market Fund Capital Class
CJTXX JPMorgan 100% U.S. Treasury Securities Money Market Fund Capital Class
FGTXX Goldman Sachs Financial Square Government Fund Institutional Shares
MVRXX Morgan Stanley Institutional Liquidity Government Portfolio Institutional Class
GVMXX State Street Institutional U.S. Government Money Market Fund Premier Class
GOFXX Federated Hermes Government Obligations Fund Institutional Shares
PRRXX T. Rowe Price Government Money Fund
PRTXX T. Rowe Price U.S. Treasury Money Fund
AFAXX American Funds U.S. Government Money Market Fund Class A
DGCXX Dreyfus Government Cash Management Institutional Shares
AGPXX Invesco Government & Agency Portfolio Institutional Class
`
