/**
 * Common US-listed companies by class (rules in mixes.ts): most of the S&P 500 of 2026-09-21, and well-known companies
 * outside it. Names in everyday form. It is one table of data, a row per line below its headings, and so longer than a file of code should be.
 */
export const STOCKS = `
= tech
AAPL Apple
MSFT Microsoft
NVDA NVIDIA
AVGO Broadcom
GOOGL Alphabet Class A
GOOG Alphabet Class C
META Meta Platforms
ORCL Oracle
PLTR Palantir Technologies
AMD Advanced Micro Devices
CSCO Cisco Systems
IBM International Business Machines (IBM)
CRM Salesforce
ADBE Adobe
ACN Accenture
NOW ServiceNow
INTU Intuit
QCOM Qualcomm
TXN Texas Instruments
AMAT Applied Materials
LRCX Lam Research
KLAC KLA
ADI Analog Devices
MU Micron Technology
INTC Intel
APH Amphenol
PANW Palo Alto Networks
CRWD CrowdStrike
FTNT Fortinet
ANET Arista Networks
SNPS Synopsys
CDNS Cadence Design Systems
ADSK Autodesk
ROP Roper Technologies
MSI Motorola Solutions
TEL TE Connectivity
GLW Corning
DELL Dell Technologies
HPQ HP
HPE Hewlett Packard Enterprise
NXPI NXP Semiconductors
MCHP Microchip Technology
ON ON Semiconductor
MPWR Monolithic Power Systems
MRVL Marvell Technology
WDC Western Digital
STX Seagate Technology
SNDK Sandisk
NTAP NetApp
SMCI Super Micro Computer
KEYS Keysight Technologies
TER Teradyne
TDY Teledyne Technologies
TRMB Trimble
FICO Fair Isaac
IT Gartner
CTSH Cognizant Technology Solutions
CDW CDW
FSLR First Solar
ENPH Enphase Energy
AKAM Akamai Technologies
GDDY GoDaddy
VRSN VeriSign
FFIV F5
JBL Jabil
FLEX Flex
PTC PTC
TYL Tyler Technologies
ZBRA Zebra Technologies
SWKS Skyworks Solutions
GEN Gen Digital
WDAY Workday
TEAM Atlassian
DDOG Datadog
NET Cloudflare
ZS Zscaler
OKTA Okta
SNOW Snowflake
MDB MongoDB
HUBS HubSpot
TWLO Twilio
ZM Zoom Communications
DOCU Docusign
APP AppLovin
PATH UiPath
U Unity Software
IONQ IonQ
GFS GlobalFoundries
COHR Coherent
CIEN Ciena
LITE Lumentum
CRWV CoreWeave
NBIS Nebius Group
PINS Pinterest
RDDT Reddit
SNAP Snap
BIDU Baidu ADR
SHOP Shopify
TSM Taiwan Semiconductor Manufacturing ADR
ASML ASML Holding
ARM Arm Holdings ADR
SAP SAP ADR
INFY Infosys ADR
NOK Nokia ADR
ERIC Ericsson ADR
STM STMicroelectronics
LOGI Logitech
# Mines bitcoin; its coins are less than half of its value.
RIOT Riot Platforms

= digital
MSTR Strategy
MARA MARA Holdings

= growth
# Communication
NFLX Netflix
DIS Walt Disney
CMCSA Comcast
T AT&T
VZ Verizon Communications
TMUS T-Mobile US
CHTR Charter Communications
SPOT Spotify Technology
TTWO Take-Two Interactive Software
RBLX Roblox
ROKU Roku
LYV Live Nation Entertainment
FOXA Fox Class A
OMC Omnicom Group
TTD Trade Desk
# Consumer
AMZN Amazon
TSLA Tesla
HD Home Depot
LOW Lowe's
MCD McDonald's
SBUX Starbucks
CMG Chipotle Mexican Grill
YUM Yum! Brands
DRI Darden Restaurants
DPZ Domino's Pizza
BKNG Booking Holdings
ABNB Airbnb
EXPE Expedia Group
MAR Marriott International
HLT Hilton Worldwide
RCL Royal Caribbean Group
CCL Carnival
LVS Las Vegas Sands
MGM MGM Resorts International
DKNG DraftKings
TJX TJX Companies
ROST Ross Stores
BBY Best Buy
ULTA Ulta Beauty
NKE Nike
LULU Lululemon Athletica
DECK Deckers Outdoor
ORLY O'Reilly Automotive
AZO AutoZone
TSCO Tractor Supply
CVNA Carvana
EBAY eBay
ETSY Etsy
CHWY Chewy
W Wayfair
DASH DoorDash
GM General Motors
F Ford Motor
RIVN Rivian Automotive
LCID Lucid Group
DHI D.R. Horton
LEN Lennar
PHM PulteGroup
GRMN Garmin
BABA Alibaba Group ADR
PDD PDD Holdings ADR
JD JD.com ADR
MELI MercadoLibre
CPNG Coupang
SE Sea ADR
TM Toyota Motor ADR
HMC Honda Motor ADR
SONY Sony Group ADR
RACE Ferrari
WMT Walmart
COST Costco Wholesale
PG Procter & Gamble
KO Coca-Cola
PEP PepsiCo
PM Philip Morris International
MO Altria Group
MDLZ Mondelez International
CL Colgate-Palmolive
KMB Kimberly-Clark
GIS General Mills
KHC Kraft Heinz
KDP Keurig Dr Pepper
STZ Constellation Brands
MNST Monster Beverage
HSY Hershey
SYY Sysco
KR Kroger
TGT Target
DG Dollar General
DLTR Dollar Tree
ADM Archer-Daniels-Midland
TSN Tyson Foods
EL Estée Lauder
CLX Clorox
CHD Church & Dwight
BF.B Brown-Forman Class B
BUD Anheuser-Busch InBev ADR
DEO Diageo ADR
UL Unilever ADR
BTI British American Tobacco ADR
# Health
LLY Eli Lilly
UNH UnitedHealth Group
JNJ Johnson & Johnson
ABBV AbbVie
MRK Merck
PFE Pfizer
TMO Thermo Fisher Scientific
ABT Abbott Laboratories
ISRG Intuitive Surgical
DHR Danaher
AMGN Amgen
BMY Bristol-Myers Squibb
GILD Gilead Sciences
VRTX Vertex Pharmaceuticals
REGN Regeneron Pharmaceuticals
SYK Stryker
BSX Boston Scientific
MDT Medtronic
ELV Elevance Health
CI Cigna Group
CVS CVS Health
HCA HCA Healthcare
MCK McKesson
COR Cencora
CAH Cardinal Health
ZTS Zoetis
BDX Becton Dickinson
EW Edwards Lifesciences
HUM Humana
CNC Centene
IDXX IDEXX Laboratories
IQV IQVIA Holdings
A Agilent Technologies
GEHC GE HealthCare Technologies
DXCM DexCom
RMD ResMed
BIIB Biogen
MRNA Moderna
ALNY Alnylam Pharmaceuticals
VEEV Veeva Systems
HIMS Hims & Hers Health
NVO Novo Nordisk ADR
AZN AstraZeneca
NVS Novartis ADR
GSK GSK ADR
SNY Sanofi ADR
TAK Takeda Pharmaceutical ADR
# Finance
BRK.B Berkshire Hathaway Class B
BRK.A Berkshire Hathaway Class A
JPM JPMorgan Chase
V Visa
MA Mastercard
BAC Bank of America
WFC Wells Fargo
GS Goldman Sachs Group
MS Morgan Stanley
C Citigroup
AXP American Express
SCHW Charles Schwab
BLK BlackRock
BX Blackstone
KKR KKR
APO Apollo Global Management
ARES Ares Management
SPGI S&P Global
MCO Moody's
MSCI MSCI
CB Chubb
PGR Progressive
MRSH Marsh McLennan
AON Aon
AJG Arthur J. Gallagher
ICE Intercontinental Exchange
CME CME Group
NDAQ Nasdaq
COF Capital One Financial
USB U.S. Bancorp
PNC PNC Financial Services Group
TFC Truist Financial
BNY Bank of New York Mellon (BNY)
STT State Street
MET MetLife
PRU Prudential Financial
AFL Aflac
AIG American International Group
ALL Allstate
TRV Travelers Companies
HIG Hartford Insurance Group
FISV Fiserv
FIS Fidelity National Information Services
GPN Global Payments
PYPL PayPal Holdings
XYZ Block
COIN Coinbase Global
HOOD Robinhood Markets
SOFI SoFi Technologies
AFRM Affirm Holdings
IBKR Interactive Brokers Group
NU Nu Holdings
RJF Raymond James Financial
TROW T. Rowe Price Group
BN Brookfield
HSBC HSBC Holdings ADR
RY Royal Bank of Canada
TD Toronto-Dominion Bank
UBS UBS Group
MUFG Mitsubishi UFJ Financial Group ADR
# Industry
GE GE Aerospace
GEV GE Vernova
CAT Caterpillar
RTX RTX
HON Honeywell Technologies
HONA Honeywell Aerospace
UNP Union Pacific
NSC Norfolk Southern
CSX CSX
BA Boeing
DE Deere
LMT Lockheed Martin
NOC Northrop Grumman
GD General Dynamics
LHX L3Harris Technologies
AXON Axon Enterprise
RKLB Rocket Lab
SPCX SpaceX (Space Exploration Technologies)
ETN Eaton
EMR Emerson Electric
PH Parker-Hannifin
ITW Illinois Tool Works
TT Trane Technologies
CARR Carrier Global
JCI Johnson Controls International
VRT Vertiv Holdings
PWR Quanta Services
MMM 3M
UPS United Parcel Service
FDX FedEx
UBER Uber Technologies
DAL Delta Air Lines
UAL United Airlines Holdings
LUV Southwest Airlines
WM Waste Management
RSG Republic Services
CTAS Cintas
ADP Automatic Data Processing
PAYX Paychex
VRSK Verisk Analytics
PCAR Paccar
CMI Cummins
URI United Rentals
FAST Fastenal
GWW W.W. Grainger
ROK Rockwell Automation
TDG TransDigm Group
HWM Howmet Aerospace
BE Bloom Energy
CNI Canadian National Railway
# Energy and utilities
XOM ExxonMobil
CVX Chevron
COP ConocoPhillips
SLB SLB (Schlumberger)
EOG EOG Resources
OXY Occidental Petroleum
PSX Phillips 66
MPC Marathon Petroleum
VLO Valero Energy
WMB Williams Companies
KMI Kinder Morgan
OKE Oneok
EPD Enterprise Products Partners
ET Energy Transfer
LNG Cheniere Energy
HAL Halliburton
BKR Baker Hughes
DVN Devon Energy
FANG Diamondback Energy
EQT EQT
SHEL Shell ADR
BP BP ADR
TTE TotalEnergies
ENB Enbridge
CNQ Canadian Natural Resources
CCJ Cameco
NEE NextEra Energy
DUK Duke Energy
SO Southern Company
D Dominion Energy
AEP American Electric Power
EXC Exelon
SRE Sempra
XEL Xcel Energy
PEG Public Service Enterprise Group
ED Consolidated Edison
CEG Constellation Energy
VST Vistra
NRG NRG Energy
PCG PG&E
OKLO Oklo
# Materials, and real-estate companies that are not trusts
LIN Linde
SHW Sherwin-Williams
APD Air Products and Chemicals
ECL Ecolab
FCX Freeport-McMoRan
NEM Newmont
B Barrick Mining
AEM Agnico Eagle Mines
WPM Wheaton Precious Metals
NUE Nucor
DOW Dow
DD DuPont de Nemours
CTVA Corteva
ALB Albemarle
BHP BHP Group ADR
RIO Rio Tinto ADR
VALE Vale ADR
CBRE CBRE Group
CSGP CoStar Group
Z Zillow Group Class C

= alternatives
# Real-estate investment trusts
PLD Prologis
AMT American Tower
EQIX Equinix
WELL Welltower
SPG Simon Property Group
DLR Digital Realty Trust
O Realty Income
PSA Public Storage
CCI Crown Castle
VICI VICI Properties
EXR Extra Space Storage
VMRK Vivmark Residential
INVH Invitation Homes
MAA Mid-America Apartment Communities
SBAC SBA Communications
IRM Iron Mountain
VTR Ventas
WY Weyerhaeuser
ESS Essex Property Trust
SUI Sun Communities
KIM Kimco Realty
HST Host Hotels & Resorts
BXP BXP
LTC LTC Properties
WPC W. P. Carey
NNN NNN REIT
NLY Annaly Capital Management
AGNC AGNC Investment
# Business development companies
ARCC Ares Capital
MAIN Main Street Capital
`
