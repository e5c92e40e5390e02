package io.janua.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/** What time it is, for whatever decides by it: tests have a clock of their own. */
@Singleton
class Clocks {

    @Produces
    @Singleton
    @DefaultBean
    InstantSource system() {
        return Clock.systemUTC();
    }
}
