#!/usr/bin/env bash
# Run once by PostgreSQL's image in an empty data folder. The role janua owns the tables and changes them;
# janua_service, under which the service works, owns nothing.
set -euo pipefail

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=template1 <<'SQL'
\getenv owner OWNER_PASSWORD
\getenv service SERVICE_PASSWORD
CREATE ROLE janua LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB PASSWORD :'owner';
CREATE ROLE janua_service LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB PASSWORD :'service';
CREATE DATABASE janua OWNER janua;
\connect janua
-- Only a superuser may create it.
CREATE EXTENSION vector;
SQL
