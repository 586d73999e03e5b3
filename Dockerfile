# syntax=docker/dockerfile:1
# One image for web, worker, beat and migrations; the command says which.
FROM python:3.13-slim-bookworm AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /venv
COPY requirements/base.txt /tmp/base.txt
RUN /venv/bin/pip install --require-hashes --no-deps -r /tmp/base.txt

FROM python:3.13-slim-bookworm
# What WeasyPrint draws PDFs with.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --no-create-home --home-dir /app --shell /usr/sbin/nologin aylsham \
    && install --directory --owner=aylsham --group=aylsham --mode=0750 /data
COPY --from=packages /venv /venv
WORKDIR /app
COPY . .
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=aylsham.settings \
    AYLSHAM_ENVIRONMENT=production \
    AYLSHAM_VAR_DIR=/data
# The key of this one command signs nothing; the real one comes with the container's environment.
RUN SECRET_KEY=collecting-static-files ALLOWED_HOSTS=localhost AYLSHAM_PROCESS=command \
        python manage.py collectstatic --no-input --verbosity=0 \
    && python -m compileall -q aylsham pupils staff ehcp lac reports
USER aylsham
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "aylsham.wsgi"]
