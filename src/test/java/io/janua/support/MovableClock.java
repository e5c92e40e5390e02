package io.janua.support;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The service's clock, which tests can put forward and back. Whoever moves it puts it right again. */
@Mock
@Singleton
public class MovableClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    public void move(Duration by) {
        ahead = ahead.plus(by);
    }

    public void putRight() {
        ahead = Duration.ZERO;
    }
}
