/**
 * Common US-listed exchange-traded funds by composition (rules in mixes.ts). The iShares, Vanguard, State Street,
 * Invesco, Schwab, JPMorgan, VanEck, Global X and WisdomTree funds follow the Nasdaq symbol directory of 2026-09-09.
 * Left out because a coin has the same letters: the Grayscale mini trusts BTC and ETH and the Bitwise fund XRP.
 * It is one table of data, a row per line below its headings, and so longer than a file of code should be.
 */
export const ETFS = `
# US stocks, the whole market and large companies
= us
VTI Vanguard Morningstar Total Stock Market ETF
ITOT iShares Core S&P Total U.S. Stock Market ETF
SCHB Schwab U.S. Broad Market ETF
SPTM State Street SPDR Portfolio S&P 1500 Composite Stock Market ETF
IWV iShares Russell 3000 ETF
VTHR Vanguard Russell 3000 ETF
= sp500
SPY State Street SPDR S&P 500 ETF Trust
VOO Vanguard S&P 500 ETF
IVV iShares Core S&P 500 ETF
SPYM State Street SPDR Portfolio S&P 500 ETF
VV Vanguard Morningstar Large-Cap ETF
SCHX Schwab U.S. Large-Cap ETF
SCHK Schwab 1000 Index ETF
IWB iShares Russell 1000 ETF
VONE Vanguard Russell 1000 ETF
BBUS JPMorgan BetaBuilders U.S. Equity ETF
XYLD Global X S&P 500 Covered Call ETF
= 50 growth 50 tech
OEF iShares S&P 100 ETF
MGC Vanguard Morningstar Mega Cap ETF
= 80 growth 20 tech
DIA State Street SPDR Dow Jones Industrial Average ETF Trust
= 79 growth 15 tech 6 alternatives
RSP Invesco S&P 500 Equal Weight ETF
= 66 growth 34 tech
DFAC Dimensional U.S. Core Equity 2 ETF

# US stocks by style
= nasdaq100
QQQ Invesco QQQ Trust
QQQM Invesco NASDAQ 100 ETF
QYLD Global X NASDAQ 100 Covered Call ETF
= 40 growth 60 tech
ONEQ Fidelity Nasdaq Composite Index ETF
JEPQ JPMorgan Nasdaq Equity Premium Income ETF
= usGrowth
VUG Vanguard Morningstar Growth ETF
IWF iShares Russell 1000 Growth ETF
VONG Vanguard Russell 1000 Growth ETF
SCHG Schwab U.S. Large-Cap Growth ETF
SPYG State Street SPDR Portfolio S&P 500 Growth ETF
IVW iShares S&P 500 Growth ETF
VOOG Vanguard S&P 500 Growth ETF
IUSG iShares Core S&P U.S. Growth ETF
= 30 growth 70 tech
MGK Vanguard Morningstar Mega Cap Growth ETF
= usValue
VTV Vanguard Morningstar Value ETF
IWD iShares Russell 1000 Value ETF
VONV Vanguard Russell 1000 Value ETF
SCHV Schwab U.S. Large-Cap Value ETF
MGV Vanguard Morningstar Mega Cap Value ETF
VYM Vanguard High Dividend Yield ETF
= 76 growth 24 tech
SPYV State Street SPDR Portfolio S&P 500 Value ETF
IVE iShares S&P 500 Value ETF
VOOV Vanguard S&P 500 Value ETF
IUSV iShares Core S&P U.S. Value ETF
= 72 growth 28 tech
VIG Vanguard Dividend Appreciation ETF
= 80 growth 20 tech
DGRO iShares Core Dividend Growth ETF
JEPI JPMorgan Equity Premium Income ETF
= 92 growth 8 tech
SCHD Schwab US Dividend Equity ETF
HDV iShares Core High Dividend ETF
SDY State Street SPDR S&P Dividend ETF
= growth
DVY iShares Select Dividend ETF
NOBL ProShares S&P 500 Dividend Aristocrats ETF
= 58 growth 42 tech
QUAL iShares MSCI USA Quality Factor ETF
MTUM iShares MSCI USA Momentum Factor ETF
= 74 growth 26 tech
USMV iShares MSCI USA Min Vol Factor ETF
MOAT VanEck Morningstar Wide Moat ETF
= 83 growth 17 tech
COWZ Pacer US Cash Cows 100 ETF

# US mid-sized and small companies
= usSmall
VO Vanguard Morningstar Mid-Cap ETF
IJH iShares Core S&P Mid-Cap ETF
MDY State Street SPDR S&P MidCap 400 ETF Trust
IWR iShares Russell Mid-Cap ETF
SCHM Schwab U.S. Mid-Cap ETF
SPMD State Street SPDR Portfolio S&P 400 Mid Cap ETF
VB Vanguard Morningstar Small-Cap ETF
IJR iShares Core S&P Small-Cap ETF
IWM iShares Russell 2000 ETF
VTWO Vanguard Russell 2000 ETF
SCHA Schwab U.S. Small-Cap ETF
SPSM State Street SPDR Portfolio S&P 600 Small Cap ETF
= 70 growth 24 tech 6 alternatives
VOT Vanguard Morningstar Mid-Cap Growth ETF
VBK Vanguard Morningstar Small-Cap Growth ETF
IWO iShares Russell 2000 Growth ETF
VXF Vanguard Extended Market ETF
= 82 growth 9 tech 9 alternatives
VOE Vanguard Morningstar Mid-Cap Value ETF
VBR Vanguard Morningstar Small-Cap Value ETF
IWN iShares Russell 2000 Value ETF
= 94 growth 6 tech
AVUV Avantis U.S. Small Cap Value ETF

# Other countries and the world
= international
VXUS Vanguard Total International Stock ETF
IXUS iShares Core MSCI Total International Stock ETF
VEU Vanguard FTSE All-World ex-US ETF
ACWX iShares MSCI ACWI ex U.S. ETF
= developed
VEA Vanguard FTSE Developed Markets ETF
EFA iShares MSCI EAFE ETF
IEFA iShares Core MSCI EAFE ETF
IDEV iShares Core MSCI International Developed Markets ETF
SCHF Schwab International Equity ETF
SPDW State Street SPDR Portfolio Developed World ex-US ETF
VGK Vanguard FTSE Europe ETF
AVDV Avantis International Small Cap Value ETF
= growth
EFV iShares MSCI EAFE Value ETF
VYMI Vanguard International High Dividend Yield ETF
EWU iShares MSCI United Kingdom ETF
EWA iShares MSCI Australia ETF
EWZ iShares MSCI Brazil ETF
= emerging
VWO Vanguard FTSE Emerging Markets ETF
IEMG iShares Core MSCI Emerging Markets ETF
EEM iShares MSCI Emerging Markets ETF
SCHE Schwab Emerging Markets Equity ETF
SPEM State Street SPDR Portfolio Emerging Markets ETF
= world
VT Vanguard Total World Stock ETF
ACWI iShares MSCI ACWI ETF
URTH iShares MSCI World ETF
SPGM State Street SPDR Portfolio MSCI Global Stock Market ETF
= 86 growth 14 tech
EWJ iShares MSCI Japan ETF
EZU iShares MSCI Eurozone ETF
VPL Vanguard FTSE Pacific ETF
EWC iShares MSCI Canada ETF
= 90 growth 10 tech
INDA iShares MSCI India ETF
= 80 growth 20 tech
EWG iShares MSCI Germany ETF
FXI iShares China Large-Cap ETF
= 72 growth 28 tech
MCHI iShares MSCI China ETF
= 50 growth 50 tech
EWY iShares MSCI South Korea ETF
= 30 growth 70 tech
EWT iShares MSCI Taiwan ETF

# One sector or theme
= tech
XLK State Street Technology Select Sector SPDR ETF
VGT Vanguard Information Technology ETF
FTEC Fidelity MSCI Information Technology Index ETF
IYW iShares U.S. Technology ETF
SMH VanEck Semiconductor ETF
SOXX iShares Semiconductor ETF
SOXQ Invesco PHLX Semiconductor ETF
IGV iShares Expanded Tech-Software Sector ETF
CIBR First Trust NASDAQ Cybersecurity ETF
SKYY First Trust Cloud Computing ETF
FDN First Trust Dow Jones Internet Index Fund
KWEB KraneShares CSI China Internet ETF
AIQ Global X Artificial Intelligence & Technology ETF
= 55 growth 45 tech
XLC State Street Communication Services Select Sector SPDR ETF
VOX Vanguard Communication Services ETF
BOTZ Global X Robotics & Artificial Intelligence ETF
= 70 growth 30 tech
ARKK ARK Innovation ETF
= growth
XLF State Street Financial Select Sector SPDR ETF
XLV State Street Health Care Select Sector SPDR ETF
XLE State Street Energy Select Sector SPDR ETF
XLI State Street Industrial Select Sector SPDR ETF
XLY State Street Consumer Discretionary Select Sector SPDR ETF
XLP State Street Consumer Staples Select Sector SPDR ETF
XLU State Street Utilities Select Sector SPDR ETF
XLB State Street Materials Select Sector SPDR ETF
VFH Vanguard Financials ETF
VHT Vanguard Health Care ETF
VDE Vanguard Energy ETF
VIS Vanguard Industrials ETF
VCR Vanguard Consumer Discretionary ETF
VDC Vanguard Consumer Staples ETF
VPU Vanguard Utilities ETF
VAW Vanguard Materials ETF
XBI State Street SPDR S&P Biotech ETF
IBB iShares Biotechnology ETF
KRE State Street SPDR S&P Regional Banking ETF
ITA iShares U.S. Aerospace & Defense ETF
ITB iShares U.S. Home Construction ETF
PAVE Global X U.S. Infrastructure Development ETF
XOP State Street SPDR S&P Oil & Gas Exploration & Production ETF
URA Global X Uranium ETF
GDX VanEck Gold Miners ETF
GDXJ VanEck Junior Gold Miners ETF
COPX Global X Copper Miners ETF

# Bonds; the number is the duration in years
= bond6
BND Vanguard Total Bond Market ETF
AGG iShares Core U.S. Aggregate Bond ETF
SCHZ Schwab US Aggregate Bond ETF
SPAB State Street SPDR Portfolio Aggregate Bond ETF
IUSB iShares Core Universal USD Bond ETF
FBND Fidelity Total Bond ETF
BNDW Vanguard Total World Bond ETF
BIV Vanguard Intermediate-Term Bond ETF
GOVT iShares U.S. Treasury Bond ETF
VCIT Vanguard Intermediate-Term Corporate Bond ETF
IGIB iShares 5-10 Year Investment Grade Corporate Bond ETF
USIG iShares Broad USD Investment Grade Corporate Bond ETF
MBB iShares MBS ETF
VMBS Vanguard Mortgage-Backed Securities ETF
MUB iShares National Muni Bond ETF
TIP iShares TIPS Bond ETF
SCHP Schwab U.S. TIPS ETF
= bond7
IEF iShares 7-10 Year Treasury Bond ETF
BNDX Vanguard Total International Bond ETF
IAGG iShares Core International Aggregate Bond ETF
VTEB Vanguard Tax-Exempt Bond ETF
= bond8
LQD iShares iBoxx $ Investment Grade Corporate Bond ETF
= bond5
VGIT Vanguard Intermediate-Term Treasury ETF
SCHR Schwab Intermediate-Term U.S. Treasury ETF
SPTI State Street SPDR Portfolio Intermediate Term Treasury ETF
= bond4
IEI iShares 3-7 Year Treasury Bond ETF
SPIB State Street SPDR Portfolio Intermediate Term Corporate Bond ETF
= bond3
BSV Vanguard Short-Term Bond ETF
ISTB iShares Core 1-5 Year USD Bond ETF
VCSH Vanguard Short-Term Corporate Bond ETF
IGSB iShares 1-5 Year Investment Grade Corporate Bond ETF
VTIP Vanguard Short-Term Inflation-Protected Securities ETF
STIP iShares 0-5 Year TIPS Bond ETF
= bond2
SHY iShares 1-3 Year Treasury Bond ETF
VGSH Vanguard Short-Term Treasury ETF
SCHO Schwab Short-Term U.S. Treasury ETF
SPTS State Street SPDR Portfolio Short Term Treasury ETF
SPSB State Street SPDR Portfolio Short Term Corporate Bond ETF
SUB iShares Short-Term National Muni Bond ETF
NEAR iShares Short Duration Bond Active ETF
= bond13
BLV Vanguard Long-Term Bond ETF
VCLT Vanguard Long-Term Corporate Bond ETF
TLH iShares 10-20 Year Treasury Bond ETF
= bond14
VGLT Vanguard Long-Term Treasury ETF
SPTL State Street SPDR Portfolio Long Term Treasury ETF
SCHQ Schwab Long-Term U.S. Treasury ETF
= longBonds
TLT iShares 20+ Year Treasury Bond ETF
EDV Vanguard Extended Duration Treasury ETF
ZROZ PIMCO 25+ Year Zero Coupon U.S. Treasury Index ETF
GOVZ iShares 25+ Year Treasury STRIPS Bond ETF
= 40 growth 60 bond3
HYG iShares iBoxx $ High Yield Corporate Bond ETF
JNK State Street SPDR Bloomberg High Yield Bond ETF
USHY iShares Broad USD High Yield Corporate Bond ETF
SPHY State Street SPDR Portfolio High Yield Bond ETF
= 40 growth 60 bond7
EMB iShares J.P. Morgan USD Emerging Markets Bond ETF
VWOB Vanguard Emerging Markets Government Bond ETF
= 50 growth 50 bond6
PFF iShares Preferred and Income Securities ETF
PGX Invesco Preferred ETF
= 20 growth 80 moneyFunds
BKLN Invesco Senior Loan ETF
SRLN State Street Blackstone Senior Loan ETF
= moneyFunds
BIL State Street SPDR Bloomberg 1-3 Month T-Bill ETF
SGOV iShares 0-3 Month Treasury Bond ETF
SHV iShares 0-1 Year Treasury Bond ETF
BILS State Street SPDR Bloomberg 3-12 Month T-Bill ETF
VBIL Vanguard 0-3 Month Treasury Bill ETF
GBIL Goldman Sachs Access Treasury 0-1 Year ETF
TBIL F/m US Treasury 3 Month Bill ETF
TBLL Invesco Short Term Treasury ETF
BOXX Alpha Architect 1-3 Month Box ETF
USFR WisdomTree Floating Rate Treasury Fund
TFLO iShares Treasury Floating Rate Bond ETF
FLOT iShares Floating Rate Bond ETF
JPST JPMorgan Ultra-Short Income ETF
MINT PIMCO Enhanced Short Maturity Active ETF
ICSH iShares Ultra Short Duration Bond Active ETF
VUSB Vanguard Ultra-Short Bond ETF
PULS PGIM Ultra Short Bond ETF
JAAA Janus Henderson AAA CLO ETF

# Mixed
= 48 us 32 international 20 bond6
AOA iShares Core 80/20 Aggressive Allocation ETF
= 36 us 24 international 40 bond6
AOR iShares Core 60/40 Balanced Allocation ETF
= 24 us 16 international 60 bond6
AOM iShares Core 40/60 Moderate Allocation ETF
= 18 us 12 international 70 bond6
AOK iShares Core 30/70 Conservative Allocation ETF

= alternatives
# Metals and commodities
GLD SPDR Gold Shares
IAU iShares Gold Trust
GLDM SPDR Gold MiniShares Trust
IAUM iShares Gold Trust Micro
SGOL abrdn Physical Gold Shares ETF
SLV iShares Silver Trust
PPLT abrdn Physical Platinum Shares ETF
DBC Invesco DB Commodity Index Tracking Fund
PDBC Invesco Optimum Yield Diversified Commodity Strategy No K-1 ETF
GSG iShares S&P GSCI Commodity-Indexed Trust
DBA Invesco DB Agriculture Fund
USO United States Oil Fund
UNG United States Natural Gas Fund
CPER United States Copper Index Fund
# Real estate
VNQ Vanguard Real Estate ETF
SCHH Schwab U.S. REIT ETF
IYR iShares U.S. Real Estate ETF
XLRE State Street Real Estate Select Sector SPDR ETF
USRT iShares Core U.S. REIT ETF
VNQI Vanguard Global ex-U.S. Real Estate ETF
REET iShares Global REIT ETF
REM iShares Mortgage Real Estate ETF
# Infrastructure, private markets, managed futures
IGF iShares Global Infrastructure ETF
GII State Street SPDR S&P Global Infrastructure ETF
PSP Invesco Global Listed Private Equity ETF
BIZD VanEck BDC Income ETF
DBMF iMGP DBi Managed Futures Strategy ETF
KMLM KraneShares Mount Lucas Managed Futures Index Strategy ETF
CTA Simplify Managed Futures Strategy ETF

= digital
IBIT iShares Bitcoin Trust ETF
FBTC Fidelity Wise Origin Bitcoin Fund
GBTC Grayscale Bitcoin Trust ETF
ARKB ARK 21Shares Bitcoin ETF
BITB Bitwise Bitcoin ETF
HODL VanEck Bitcoin Trust
BTCO Invesco Galaxy Bitcoin ETF
EZBC Franklin Bitcoin ETF
BITO ProShares Bitcoin ETF
ETHA iShares Ethereum Trust ETF
FETH Fidelity Ethereum Fund
ETHW Bitwise Ethereum ETF
ETHV VanEck Ethereum ETF
BSOL Bitwise Solana Staking ETF
`
