# One image for web, worker, beat and migrate; docker-compose.yml says what each runs.

# The design system and the PDF typeface, by the hashes in package-lock.json.
FROM node:24-bookworm-slim AS npm
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM python:3.11-slim-bookworm AS assets
WORKDIR /build
COPY tools tools
COPY --from=npm /build/node_modules node_modules
RUN python -m tools.assets --fetched

# The Python packages, by the hashes in the lock.
FROM python:3.11-slim-bookworm AS packages
RUN python -m venv /venv
COPY requirements/base.lock /base.lock
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /base.lock

FROM python:3.11-slim-bookworm
# The three libraries WeasyPrint makes PDFs with.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home concordat \
    && install --directory --owner=concordat /data
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    XDG_CACHE_HOME=/tmp \
    DATA_DIR=/data
WORKDIR /app
COPY --from=packages /venv /venv
COPY . .
COPY --from=assets /build/static/vendor static/vendor
# Reading settings needs values; these serve this step only and stay nowhere.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
    DATABASE_URL=postgres://build@localhost/none REDIS_URL=redis://localhost/0 \
    ALLOWED_HOSTS=localhost SITE_URL=http://localhost \
    python manage.py collectstatic --no-input --ignore "django_htmx/ext/*" \
    && python -m compileall -q .
USER concordat
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "--config", "config/gunicorn.py", "config.wsgi:application"]
