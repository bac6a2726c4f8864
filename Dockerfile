FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund

FROM packages AS build
COPY . .
RUN node scripts/build.mjs

FROM node:24-slim AS packages-to-run
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 TIDEMARK_DATA=/data
WORKDIR /app
COPY --from=packages-to-run /app/node_modules node_modules
COPY --from=build /app/.next .next
COPY package.json next.config.ts tsconfig.json ./
COPY public public
COPY scripts scripts
# What `npm run worker` is made from.
COPY --from=build /app/lib lib
COPY --from=build /app/prisma/generated prisma/generated
COPY prisma/migrations prisma/migrations
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://localhost:3000/api/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs", "--no-build", "--host", "0.0.0.0"]
