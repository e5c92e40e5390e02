package io.janua.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same journey with the package that people run, started as a process of its own. */
@QuarkusIntegrationTest
class RecognitionJourneyIT extends RecognitionJourneyTest {}
