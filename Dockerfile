# The server of the app and of the HTTP interface: docs/guide/container.md.

# The Node of the project (package.json), so that results have the same bits; a test holds the two together.
FROM node:26.10.0-slim AS build
WORKDIR /heartland
COPY package.json package-lock.json .npmrc GLOSSARY.md LICENSE ./
COPY bin bin
COPY tools tools
COPY texts texts
COPY src src
COPY regions regions
COPY countries countries
# The image brings Node itself; what comes along for machines without it is not needed.
RUN npm ci --ignore-scripts && node tools/texts.ts && npm run build && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/node-*

FROM node:26.10.0-slim
ENV NODE_ENV=production NODE_COMPILE_CACHE=/tmp/heartland-compiled
WORKDIR /heartland
COPY --from=build /heartland ./
USER node
EXPOSE 47474
# The page of the app needs no token.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:47474/').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The token of /v1 comes from the environment at the start (HEARTLAND_TOKEN) and is not part of the image.
ENTRYPOINT ["node", "bin/heartland.js"]
CMD ["serve", "--host", "0.0.0.0"]
