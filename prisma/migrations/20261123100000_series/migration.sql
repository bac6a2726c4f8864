-- CreateTable
CREATE TABLE "Observation" (
    "series" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "value" DECIMAL(24,8) NOT NULL,
    "units" TEXT NOT NULL,
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Observation_pkey" PRIMARY KEY ("series","date")
);

-- CreateTable
CREATE TABLE "ReplacedObservation" (
    "id" UUID NOT NULL,
    "series" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "value" DECIMAL(24,8) NOT NULL,
    "units" TEXT NOT NULL,
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReplacedObservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeriesFeed" (
    "series" TEXT NOT NULL,
    "source" TEXT,
    "lastTriedAt" TIMESTAMPTZ(3),
    "lastGoodAt" TIMESTAMPTZ(3),
    "failingSince" TIMESTAMPTZ(3),
    "failure" TEXT,
    "refused" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "SeriesFeed_pkey" PRIMARY KEY ("series")
);

-- CreateTable
CREATE TABLE "FeedState" (
    "feed" TEXT NOT NULL,
    "lastTriedAt" TIMESTAMPTZ(3),
    "lastGoodAt" TIMESTAMPTZ(3),
    "failingSince" TIMESTAMPTZ(3),
    "failure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3),

    CONSTRAINT "FeedState_pkey" PRIMARY KEY ("feed")
);

-- CreateTable
CREATE TABLE "RefreshRun" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "series" TEXT[],
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "worker" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "heartbeatAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RefreshRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeriesSetting" (
    "userId" UUID NOT NULL,
    "fred" BOOLEAN NOT NULL DEFAULT false,
    "nyFed" BOOLEAN NOT NULL DEFAULT false,
    "treasury" BOOLEAN NOT NULL DEFAULT false,
    "sealedKey" TEXT,
    "keyRefusedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SeriesSetting_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "SeriesFile" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeriesFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FileObservation" (
    "fileId" UUID NOT NULL,
    "series" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "value" DECIMAL(24,8) NOT NULL,

    CONSTRAINT "FileObservation_pkey" PRIMARY KEY ("fileId","series","date")
);

-- CreateIndex
CREATE INDEX "ReplacedObservation_series_date_idx" ON "ReplacedObservation"("series", "date");

-- CreateIndex
CREATE INDEX "RefreshRun_userId_startedAt_idx" ON "RefreshRun"("userId", "startedAt");

-- CreateIndex
CREATE INDEX "SeriesFile_userId_idx" ON "SeriesFile"("userId");

-- AddForeignKey
ALTER TABLE "RefreshRun" ADD CONSTRAINT "RefreshRun_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeriesSetting" ADD CONSTRAINT "SeriesSetting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeriesFile" ADD CONSTRAINT "SeriesFile_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileObservation" ADD CONSTRAINT "FileObservation_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "SeriesFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: at most one unfinished refresh of a user
CREATE UNIQUE INDEX "RefreshRun_userId_unfinished_key" ON "RefreshRun"("userId") WHERE ("finishedAt" IS NULL);
