package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More work that needs a tenant's secrets than there are connections: nobody may wait for a second one. */
@QuarkusTest
class ErasuresAtOnceTest {

    private static final int SUBJECTS = 100;
    private static final int AT_ONCE = 40;

    @Test
    void moreErasuresThanConnectionsAllSucceed() throws Exception {
        String gallery = newGallery();
        IntStream.range(0, SUBJECTS).forEach(i -> putSubject(gallery, "s" + i, "Subject"));
        int port = RestAssured.port;

        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Integer>> erasures = IntStream.range(0, SUBJECTS)
                    .<Callable<Integer>>mapToObj(i -> () -> asAdmin()
                            .port(port)
                            .delete("/v1/galleries/{g}/subjects/s{i}", gallery, i)
                            .statusCode())
                    .toList();

            assertThat(threads.invokeAll(erasures).stream().map(Future::resultNow))
                    .containsOnly(200);
        }
    }
}
