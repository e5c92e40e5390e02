#!/usr/bin/env bash
# Run once by PostgreSQL's image in an empty data folder: roles, databases and the extension of compose.yaml.
# The role janua owns the tables and changes them; janua_service, under which the service works, owns nothing.
set -euo pipefail

# Passwords come to psql by its own means: what is in its arguments, every process here could read.
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=template1 <<'SQL'
\set owner `cat /run/secrets/db-owner-password`
\set service `cat /run/secrets/db-password`
\set keycloak `cat /run/secrets/db-keycloak-password`
CREATE ROLE janua LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB PASSWORD :'owner';
CREATE ROLE janua_service LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB PASSWORD :'service';
CREATE ROLE keycloak LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB PASSWORD :'keycloak';
CREATE DATABASE janua OWNER janua;
CREATE DATABASE keycloak OWNER keycloak;
REVOKE CONNECT ON DATABASE janua, keycloak FROM PUBLIC;
GRANT CONNECT ON DATABASE janua TO janua_service;
\connect janua
-- Only a superuser may create it.
CREATE EXTENSION vector;
SQL
