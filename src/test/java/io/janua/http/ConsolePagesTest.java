package io.janua.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/galleries",
                "/galleries/staff/people/anna.schmidt",
                "/galleries/staff/people/anna.js",
                "/galleries/staff/people/anna.html",
                "/v1things"
            })
    void addressesAreOfThePage(String path) {
        assertThat(ConsolePages.isPage(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/signed-in.html",
                "/janua.svg",
                "/favicon.ico",
                "/robots.txt",
                "/app.webmanifest",
                "/assets/index-B1c2.js",
                "/v1/galleries/staff/subjects/anna.schmidt",
                "/v1",
                "/q/openapi"
            })
    void filesAndTheApiAreNot(String path) {
        assertThat(ConsolePages.isPage(path)).isFalse();
    }
}
