-- AlterTable
ALTER TABLE "Portfolio" ADD COLUMN     "dismissedFriday" DATE,
ADD COLUMN     "dismissedState" TEXT,
ADD COLUMN     "followsRegime" BOOLEAN NOT NULL DEFAULT false;
