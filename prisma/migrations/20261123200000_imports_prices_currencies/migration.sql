-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "stages" JSONB;

-- CreateTable
CREATE TABLE "PositionsImport" (
    "id" UUID NOT NULL,
    "portfolioId" UUID NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,
    "files" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "undo" JSONB NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "PositionsImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountLink" (
    "portfolioId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "accountId" UUID NOT NULL,

    CONSTRAINT "AccountLink_pkey" PRIMARY KEY ("portfolioId","format","externalId")
);

-- CreateTable
CREATE TABLE "ImportMapping" (
    "userId" UUID NOT NULL,
    "signature" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportMapping_pkey" PRIMARY KEY ("userId","signature")
);

-- CreateTable
CREATE TABLE "PriceSetting" (
    "userId" UUID NOT NULL,
    "sources" TEXT[],
    "sealedKeys" JSONB NOT NULL DEFAULT '{}',
    "refusedKeys" JSONB NOT NULL DEFAULT '{}',
    "coins" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PriceSetting_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "PriceQuote" (
    "userId" UUID NOT NULL,
    "symbol" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "price" DECIMAL(38,18) NOT NULL,
    "currency" TEXT NOT NULL,
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PriceQuote_pkey" PRIMARY KEY ("userId","symbol","date","source")
);

-- CreateTable
CREATE TABLE "PriceFault" (
    "userId" UUID NOT NULL,
    "symbol" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "price" DECIMAL(38,18),
    "currency" TEXT,
    "date" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PriceFault_pkey" PRIMARY KEY ("userId","symbol","source")
);

-- CreateTable
CREATE TABLE "PriceRun" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "portfolioId" UUID NOT NULL,
    "symbols" TEXT[],
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "worker" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "heartbeatAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PriceRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FxRate" (
    "userId" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "rate" DECIMAL(38,18) NOT NULL,
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FxRate_pkey" PRIMARY KEY ("userId","currency","quote","date","source")
);

-- CreateIndex
CREATE INDEX "PositionsImport_portfolioId_importedAt_idx" ON "PositionsImport"("portfolioId", "importedAt");

-- CreateIndex
CREATE INDEX "AccountLink_accountId_idx" ON "AccountLink"("accountId");

-- CreateIndex
CREATE INDEX "PriceRun_userId_startedAt_idx" ON "PriceRun"("userId", "startedAt");

-- AddForeignKey
ALTER TABLE "PositionsImport" ADD CONSTRAINT "PositionsImport_portfolioId_fkey" FOREIGN KEY ("portfolioId") REFERENCES "Portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountLink" ADD CONSTRAINT "AccountLink_portfolioId_fkey" FOREIGN KEY ("portfolioId") REFERENCES "Portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountLink" ADD CONSTRAINT "AccountLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportMapping" ADD CONSTRAINT "ImportMapping_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriceSetting" ADD CONSTRAINT "PriceSetting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriceQuote" ADD CONSTRAINT "PriceQuote_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriceFault" ADD CONSTRAINT "PriceFault_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriceRun" ADD CONSTRAINT "PriceRun_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FxRate" ADD CONSTRAINT "FxRate_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: at most one unfinished refresh of a user's prices
CREATE UNIQUE INDEX "PriceRun_userId_unfinished_key" ON "PriceRun"("userId") WHERE ("finishedAt" IS NULL);
