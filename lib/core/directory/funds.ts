/** Common US mutual funds by composition (rules in mixes.ts). */
export const FUNDS = `
# US stocks
= us
VTSAX Vanguard Morningstar Total Stock Market Index Fund Admiral Shares
FSKAX Fidelity Total Market Index Fund
FZROX Fidelity ZERO Total Market Index Fund
SWTSX Schwab Total Stock Market Index Fund
= sp500
VFIAX Vanguard 500 Index Fund Admiral Shares
VINIX Vanguard Institutional Index Fund Institutional Shares
FXAIX Fidelity 500 Index Fund
SWPPX Schwab S&P 500 Index Fund
FNILX Fidelity ZERO Large Cap Index Fund
SNXFX Schwab 1000 Index Fund
AIVSX American Funds Investment Company of America Class A
ANCFX American Funds Fundamental Investors Class A
= 62 growth 38 tech
VPMCX Vanguard PRIMECAP Fund Investor Shares
VPMAX Vanguard PRIMECAP Fund Admiral Shares
= 72 growth 28 tech
VDADX Vanguard Dividend Appreciation Index Fund Admiral Shares
AWSHX American Funds Washington Mutual Investors Fund Class A
= usGrowth
VIGAX Vanguard Morningstar Growth Index Fund Admiral Shares
VWUSX Vanguard U.S. Growth Fund Investor Shares
FSPGX Fidelity Large Cap Growth Index Fund
SWLGX Schwab U.S. Large-Cap Growth Index Fund
FBGRX Fidelity Blue Chip Growth Fund
FDGRX Fidelity Growth Company Fund
TRBCX T. Rowe Price Blue Chip Growth Fund
PRGFX T. Rowe Price Growth Stock Fund
= 40 growth 60 tech
FNCMX Fidelity Nasdaq Composite Index Fund
= 52 growth 48 tech
FCNTX Fidelity Contrafund
FMAGX Fidelity Magellan Fund
AGTHX American Funds Growth Fund of America Class A
= usValue
VVIAX Vanguard Morningstar Value Index Fund Admiral Shares
VHYAX Vanguard High Dividend Yield Index Fund Admiral Shares
SWLVX Schwab U.S. Large-Cap Value Index Fund
OAKMX Oakmark Fund Investor Class
= 82 growth 18 tech
DODGX Dodge & Cox Stock Fund Class I
= usSmall
VIMAX Vanguard Morningstar Mid-Cap Index Fund Admiral Shares
FSMDX Fidelity Mid Cap Index Fund
SWMCX Schwab U.S. Mid-Cap Index Fund
VSMAX Vanguard Morningstar Small-Cap Index Fund Admiral Shares
FSSNX Fidelity Small Cap Index Fund
SWSSX Schwab Small-Cap Index Fund
= 82 growth 9 tech 9 alternatives
VSIAX Vanguard Morningstar Small-Cap Value Index Fund Admiral Shares
= 70 growth 24 tech 6 alternatives
VEXAX Vanguard Extended Market Index Fund Admiral Shares
FSMAX Fidelity Extended Market Index Fund
= tech
VITAX Vanguard Information Technology Index Fund Admiral Shares
FSELX Fidelity Select Semiconductors Portfolio
FSPTX Fidelity Select Technology Portfolio
= growth
VGHCX Vanguard Health Care Fund Investor Shares
FSPHX Fidelity Select Health Care Portfolio

# Other countries and the world
= international
VTIAX Vanguard Total International Stock Index Fund Admiral Shares
VFWAX Vanguard FTSE All-World ex-US Index Fund Admiral Shares
FTIHX Fidelity Total International Index Fund
FZILX Fidelity ZERO International Index Fund
AEPGX American Funds EUPAC Fund Class A
= developed
VTMGX Vanguard Developed Markets Index Fund Admiral Shares
FSPSX Fidelity International Index Fund
SWISX Schwab International Index Fund
DODFX Dodge & Cox International Stock Fund Class I
= emerging
VEMAX Vanguard Emerging Markets Stock Index Fund Admiral Shares
FPADX Fidelity Emerging Markets Index Fund
= world
VTWAX Vanguard Total World Stock Index Fund Admiral Shares
CWGIX American Funds Capital World Growth and Income Fund Class A
ANWPX American Funds New Perspective Fund Class A

# Bonds; the number is the duration in years
= bond6
VBTLX Vanguard Total Bond Market Index Fund Admiral Shares
FXNAX Fidelity U.S. Bond Index Fund
SWAGX Schwab U.S. Aggregate Bond Index Fund
FTBFX Fidelity Total Bond Fund
VBILX Vanguard Intermediate-Term Bond Index Fund Admiral Shares
VFIDX Vanguard Intermediate-Term Investment-Grade Fund Admiral Shares
PTTRX PIMCO Total Return Fund Institutional Class
DODIX Dodge & Cox Income Fund Class I
ABNDX American Funds Bond Fund of America Class A
VAIPX Vanguard Inflation-Protected Securities Fund Admiral Shares
= bond7
VTABX Vanguard Total International Bond Index Fund Admiral Shares
= bond5
VWIUX Vanguard Intermediate-Term Tax-Exempt Fund Admiral Shares
PIMIX PIMCO Income Fund Institutional Class
= bond3
VBIRX Vanguard Short-Term Bond Index Fund Admiral Shares
VFSUX Vanguard Short-Term Investment-Grade Fund Admiral Shares
= 40 growth 60 bond3
VWEAX Vanguard High-Yield Corporate Fund Admiral Shares
= 20 growth 80 moneyFunds
FFRHX Fidelity Floating Rate High Income Fund

# Balanced
= 60 us 40 bond6
VBIAX Vanguard Balanced Index Fund Admiral Shares
VBINX Vanguard Balanced Index Fund Investor Shares
= 66 sp500 34 bond6
VWELX Vanguard Wellington Fund Investor Shares
VWENX Vanguard Wellington Fund Admiral Shares
FBALX Fidelity Balanced Fund
FPURX Fidelity Puritan Fund
ABALX American Funds American Balanced Fund Class A
PRWCX T. Rowe Price Capital Appreciation Fund
= 38 usValue 62 bond6
VWINX Vanguard Wellesley Income Fund Investor Shares
VWIAX Vanguard Wellesley Income Fund Admiral Shares
= 62 usValue 38 bond5
DODBX Dodge & Cox Balanced Fund Class I
= 75 usValue 25 bond6
AMECX American Funds Income Fund of America Class A
= 60 us 25 international 15 bond6
FFNOX Fidelity Multi-Asset Index Fund
= 48 us 32 international 20 bond6
VASGX Vanguard LifeStrategy Growth Fund
= 36 us 24 international 40 bond6
VSMGX Vanguard LifeStrategy Moderate Growth Fund
= 24 us 16 international 60 bond6
VSCGX Vanguard LifeStrategy Conservative Growth Fund
= 12 us 8 international 80 bond6
VASIX Vanguard LifeStrategy Income Fund

# Target dates: the mix moves on every year
= 54 us 36 international 10 bond6
VLXVX Vanguard Target Retirement 2065 Fund
VTTSX Vanguard Target Retirement 2060 Fund
VFFVX Vanguard Target Retirement 2055 Fund
VFIFX Vanguard Target Retirement 2050 Fund
FDKLX Fidelity Freedom Index 2060 Fund Investor Class
FDEWX Fidelity Freedom Index 2055 Fund Investor Class
FIPFX Fidelity Freedom Index 2050 Fund Investor Class
FIOFX Fidelity Freedom Index 2045 Fund Investor Class
SWYNX Schwab Target 2060 Index Fund
SWYMX Schwab Target 2050 Index Fund
= 50 us 33 international 17 bond6
VTIVX Vanguard Target Retirement 2045 Fund
FBIFX Fidelity Freedom Index 2040 Fund Investor Class
= 45 us 30 international 25 bond6
VFORX Vanguard Target Retirement 2040 Fund
SWYGX Schwab Target 2040 Index Fund
= 41 us 27 international 32 bond6
VTTHX Vanguard Target Retirement 2035 Fund
FIHFX Fidelity Freedom Index 2035 Fund Investor Class
= 36 us 24 international 40 bond6
VTHRX Vanguard Target Retirement 2030 Fund
FXIFX Fidelity Freedom Index 2030 Fund Investor Class
SWYEX Schwab Target 2030 Index Fund
= 30 us 20 international 50 bond5
VTTVX Vanguard Target Retirement 2025 Fund
= 23 us 15 international 62 bond5
VTWNX Vanguard Target Retirement 2020 Fund
= 18 us 12 international 70 bond5
VTINX Vanguard Target Retirement Income Fund
= 70 us 30 international
TRRMX T. Rowe Price Retirement 2050 Fund
= 60 us 26 international 14 bond6
TRRDX T. Rowe Price Retirement 2040 Fund
= 46 us 20 international 34 bond5
TRRCX T. Rowe Price Retirement 2030 Fund

= alternatives
VGSLX Vanguard Real Estate Index Fund Admiral Shares
FRESX Fidelity Real Estate Investment Portfolio
CSRSX Cohen & Steers Realty Shares
PCRIX PIMCO CommodityRealReturn Strategy Fund Institutional Class
AQMIX AQR Managed Futures Strategy Fund Class I
`
