/**
 * Coins by the symbol that the built-in directory has for them, with their ids at CoinGecko. Only where the letters mean one coin beyond
 * doubt: for any other symbol the user says which coin it is.
 */
const TABLE = `
BTC bitcoin
ETH ethereum
SOL solana
XRP ripple
BNB binancecoin
DOGE dogecoin
ADA cardano
AVAX avalanche-2
DOT polkadot
SHIB shiba-inu
XLM stellar
HBAR hedera-hashgraph
TON the-open-network
UNI uniswap
AAVE aave
ETC ethereum-classic
XMR monero
ZEC zcash
ICP internet-computer
FIL filecoin
ALGO algorand
XTZ tezos
CRO crypto-com-chain
WBTC wrapped-bitcoin
LINK-USD chainlink
LTC-USD litecoin
BCH-USD bitcoin-cash
NEAR-USD near
ATOM-USD cosmos
TRX-USD tron
USDT tether
USDC usd-coin
DAI dai
`

const IDS = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string]),
)

/** Null for a symbol that is not in the table. */
export const coinId = (symbol: string): string | null => IDS.get(symbol) ?? null
