# shellcheck shell=bash

janua_help() {
  cat <<'TEXT'
Janua, face recognition in your own house.

  ./janua up         builds what is needed and starts PostgreSQL, Keycloak and the service; with `--demo`, a gallery
                     of people who do not exist is there to try
  ./janua down       stops the service, and the PostgreSQL and the Keycloak that `up` started
  ./janua status     what runs, where, in how much memory (exit code 3 when the service does not run)
  ./janua doctor     looks at everything, running or not, and says what to mend (exit code 1 when something has to be)
  ./janua backup     writes the database and Keycloak's accounts into a folder, without the master key
  ./janua restore    puts such a folder into an empty installation; `--check` only looks whether it is whole
  ./janua test       builds and runs every test against a throwaway PostgreSQL and Keycloak; arguments go
                     to Maven, those after `console` to Playwright, those after `deployment` to Node;
                     `native` builds the executable and asks it what the service was asked over HTTP
  ./janua bench      measures the packaged service; arguments go to the benchmark
  ./janua fuzz       feeds whatever reads bytes of others with odd ones: `fuzz [MINUTES] [TARGET]`, ten minutes unless told
  ./janua dependencies  what the package is made of, and what is known against it where the network answers
  ./janua models     lists the models; `models fetch` gets and checks them
  ./janua evaluate   how well packs recognise the people of a folder of photographs, as a page and as a calibrated
                     catalogue; `--help` lists its options
  ./janua train      teaches Janua's own models anew: `train embedder`, `train detector`; hours, and photographs
                     that this repository does not hold
  ./janua image      lays out what the container image holds, in target/image, and builds it where an engine works;
                     `--models` puts the models into it
  ./janua native     builds the service as one executable, in target (exit code 3 when nothing here could)
  ./janua audit      `audit verify FILE --key PEM` checks an export of the audit log, without service and database
  ./janua compreface enrols whom a CompreFace knows, from its API or its database
  ./janua openapi    writes docs/reference/openapi.yaml anew from the code
  ./janua reference  writes all of docs/reference that is made from the code anew
  ./janua format     formats the sources
  ./janua help       this page

Environment (all optional):
  JANUA_JDK                the JDK to use, 25 or newer; else JAVA_HOME, the PATH and the usual folders are searched
  JANUA_JAVA_OPTS          options of the service's JVM
  JANUA_AOT                'none': no AOT cache is made, and the service starts as slowly as without one
  JANUA_HTTP_PORT          port of the API (8080)
  JANUA_MANAGEMENT_PORT    port of health (9000)
  JANUA_DB_URL             jdbc:postgresql://… of a database of your own that has pgvector 0.8 or newer, with
                           JANUA_DB_USER and JANUA_DB_PASSWORD; else a private PostgreSQL is set up in .janua
  JANUA_TEST_DB_URL        the same for the tests, with JANUA_TEST_DB_USER and JANUA_TEST_DB_PASSWORD;
                           the user must be allowed to create databases
  JANUA_OIDC_ISSUER        issuer of an identity provider of your own; 'none': nobody signs in, there are API keys only;
                           else a private Keycloak is set up in .janua
  JANUA_KEYCLOAK_PORT      its port, or the next free one (8081)
  JANUA_TEST_BROWSER       the Chromium or Chrome for the tests of the console; 'none' leaves them out
  JANUA_TEST_MOSQUITTO     the Mosquitto for the tests of MQTT; 'none' leaves them out
  JANUA_NATIVE_KIT         a folder whose install.sh assembles a native-image, where there is neither GraalVM nor Docker
  JANUA_TEST_PROMTOOL      the promtool for the tests of the alert rules; 'none' leaves them out
  JANUA_TEST_OIDC_ISSUER   a Keycloak of your own for the tests, with JANUA_TEST_KEYCLOAK_ADMIN (user:password)
  JANUA_MODEL_STORE        where models are kept (.janua/models)
  JANUA_MODEL_MIRROR       a folder with model files, for machines that cannot download
  JANUA_MODEL_PACK         the pack that runs, and no other; else the first of the catalogue
  JANUA_MODEL_FALLBACK     'own' (of `up` and `test`): where that cannot be had, the pack that this build carries runs,
                           for evaluation; 'none': nothing does
  JANUA_ACCEPT_MODEL_LICENCE   id of a pack whose non-commercial licence you accept
  NO_COLOR                 no colours

Everything that ./janua keeps is in .janua: the database, Keycloak, the models, the logs and the API key.
TEXT
}
