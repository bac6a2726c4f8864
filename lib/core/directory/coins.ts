/**
 * Common coins and tokens. A coin has its bare letters unless a US-listed security has them too; then the security
 * keeps them and the coin is `X-USD`, even where that security is too small for this directory: a wrong match would go
 * unnoticed, an unknown symbol is asked about.
 */
export const COINS = `
= digital
BTC Bitcoin
ETH Ethereum
SOL Solana
XRP XRP
BNB BNB
DOGE Dogecoin
ADA Cardano
AVAX Avalanche
DOT Polkadot
SHIB Shiba Inu
XLM Stellar
HBAR Hedera
TON Toncoin
UNI Uniswap
AAVE Aave
ETC Ethereum Classic
XMR Monero
ZEC Zcash
ICP Internet Computer
FIL Filecoin
ALGO Algorand
POL Polygon Ecosystem Token
TAO Bittensor
HYPE Hyperliquid
RENDER Render
INJ Injective
IMX Immutable
GRT The Graph
XTZ Tezos
CRO Cronos
PEPE Pepe
WBTC Wrapped Bitcoin
# The letters of a listed security
LINK-USD Chainlink
LTC-USD Litecoin
BCH-USD Bitcoin Cash
SUI-USD Sui
NEAR-USD NEAR Protocol
ATOM-USD Cosmos
TRX-USD TRON
APT-USD Aptos
ARB-USD Arbitrum
VET-USD VeChain
STX-USD Stacks
DASH-USD Dash

= moneyFunds
USDT Tether
USDC USDC
DAI Dai
PYUSD PayPal USD
`
