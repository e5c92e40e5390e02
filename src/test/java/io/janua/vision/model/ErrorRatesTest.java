package io.janua.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorRatesTest {

    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.01, 500", "1e-4, 1000000"})
    void bothDirections_meet(double fpir, long gallerySize) {
        assertThat(ErrorRates.fpirAt(ErrorRates.fmrFor(fpir, gallerySize), gallerySize))
                .isCloseTo(fpir, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.001, 1, 0.001", "0.001, 100, 0.095208", "1, 5, 1"})
    void fpir_risesWithTheGallery(double fmr, long gallerySize, double fpir) {
        assertThat(ErrorRates.fpirAt(fmr, gallerySize)).isCloseTo(fpir, within(1e-6));
    }
}
