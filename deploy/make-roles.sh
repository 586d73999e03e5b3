#!/bin/bash
# Runs once, when the database is made: one role owns the tables, the other uses them.
set -euo pipefail
psql --no-psqlrc --set=ON_ERROR_STOP=1 --username=postgres \
    --set=owner_password="$DATABASE_OWNER_PASSWORD" \
    --set=app_password="$DATABASE_APP_PASSWORD" <<'END'
CREATE ROLE aylsham_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE aylsham_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'app_password';
CREATE DATABASE aylsham OWNER aylsham_owner;
REVOKE ALL ON DATABASE aylsham FROM PUBLIC;
GRANT CONNECT ON DATABASE aylsham TO aylsham_app;
END
